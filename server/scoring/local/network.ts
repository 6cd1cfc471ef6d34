import { BUCKETS, type Features } from "./features.ts";

/** Numbers that a token is read as. */
export const WIDTH = 32;
/** Rows of the table: a feature reads the one that its bucket's low bits name. */
export const ROWS = 1 << 16;
const ROW_MASK = ROWS - 1;

/**
 * A second reader beside the sum of weights: every token becomes WIDTH numbers, the sum of its features' rows; of each
 * number the text keeps its highest over all tokens (or 0), and these are weighed into log-odds. One insult so counts the
 * same in a long text as in a short one.
 */
export interface Network {
  /** ROWS × WIDTH, in units of `unit`, each ZERO higher, so that none is below 0 and … */
  rows: Uint8Array;
  /** … four of them, read as one integer, are added in two additions: the same bytes. */
  packed: Int32Array;
  unit: number[];
  /** WIDTH × heads. */
  out: Float64Array;
  bias: number[];
}

/** What stands for 0 in a byte. */
export const ZERO = 128;
const LANES = WIDTH / 4;
const EVEN = 0x00ff00ff;

// Sums of many features grow with their number: divided by its root.
const roots = Float64Array.from({ length: 256 }, (_, n) => 1 / Math.sqrt(Math.max(1, n)));
const sum = new Int32Array(2 * LANES);

/** The row that a feature reads. */
export const rowOf = (bucket: number): number => bucket & ROW_MASK;
if (BUCKETS < ROWS) throw new Error("There are fewer buckets than rows.");

/**
 * Adds up the rows of features from..to, of each four bytes the even ones in one integer and the odd ones in another, two halves each. They hold
 * the sums of 256 rows; a token has fewer. Written out, since this is where scoring spends its time.
 */
function addRows(packed: Int32Array, bucket: Int32Array, from: number, to: number): void {
  let even0 = 0;
  let odd0 = 0;
  let even1 = 0;
  let odd1 = 0;
  let even2 = 0;
  let odd2 = 0;
  let even3 = 0;
  let odd3 = 0;
  let even4 = 0;
  let odd4 = 0;
  let even5 = 0;
  let odd5 = 0;
  let even6 = 0;
  let odd6 = 0;
  let even7 = 0;
  let odd7 = 0;
  for (let at = from; at < to; at++) {
    const row = ((bucket[at] as number) & ROW_MASK) * LANES;
    const four0 = packed[row] as number;
    even0 = (even0 + (four0 & EVEN)) | 0;
    odd0 = (odd0 + ((four0 >>> 8) & EVEN)) | 0;
    const four1 = packed[row + 1] as number;
    even1 = (even1 + (four1 & EVEN)) | 0;
    odd1 = (odd1 + ((four1 >>> 8) & EVEN)) | 0;
    const four2 = packed[row + 2] as number;
    even2 = (even2 + (four2 & EVEN)) | 0;
    odd2 = (odd2 + ((four2 >>> 8) & EVEN)) | 0;
    const four3 = packed[row + 3] as number;
    even3 = (even3 + (four3 & EVEN)) | 0;
    odd3 = (odd3 + ((four3 >>> 8) & EVEN)) | 0;
    const four4 = packed[row + 4] as number;
    even4 = (even4 + (four4 & EVEN)) | 0;
    odd4 = (odd4 + ((four4 >>> 8) & EVEN)) | 0;
    const four5 = packed[row + 5] as number;
    even5 = (even5 + (four5 & EVEN)) | 0;
    odd5 = (odd5 + ((four5 >>> 8) & EVEN)) | 0;
    const four6 = packed[row + 6] as number;
    even6 = (even6 + (four6 & EVEN)) | 0;
    odd6 = (odd6 + ((four6 >>> 8) & EVEN)) | 0;
    const four7 = packed[row + 7] as number;
    even7 = (even7 + (four7 & EVEN)) | 0;
    odd7 = (odd7 + ((four7 >>> 8) & EVEN)) | 0;
  }
  sum[0] = even0;
  sum[1] = odd0;
  sum[2] = even1;
  sum[3] = odd1;
  sum[4] = even2;
  sum[5] = odd2;
  sum[6] = even3;
  sum[7] = odd3;
  sum[8] = even4;
  sum[9] = odd4;
  sum[10] = even5;
  sum[11] = odd5;
  sum[12] = even6;
  sum[13] = odd6;
  sum[14] = even7;
  sum[15] = odd7;
}

/** Reads features from..to as one token, in units. */
export function readToken(
  { packed }: Network,
  bucket: Int32Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  addRows(packed, bucket, from, to);
  const count = to - from;
  const root = roots[Math.min(255, count)] as number;
  const zero = ZERO * count;
  for (let q = 0; q < LANES; q++) {
    const even = sum[2 * q] as number;
    const odd = sum[2 * q + 1] as number;
    const j = 4 * q;
    out[j] = ((even & 0xffff) - zero) * root;
    out[j + 1] = ((odd & 0xffff) - zero) * root;
    out[j + 2] = ((even >>> 16) - zero) * root;
    out[j + 3] = ((odd >>> 16) - zero) * root;
  }
}

const token = new Float64Array(WIDTH);
const highest = new Float64Array(WIDTH);

/** Log-odds of each head from the highest numbers, which are in units. */
export function weigh({ unit, out, bias }: Network, highest: Float64Array, logits: Float64Array): void {
  const heads = logits.length;
  for (let k = 0; k < heads; k++) logits[k] = bias[k] as number;
  for (let j = 0; j < WIDTH; j++) {
    const value = (highest[j] as number) * (unit[j] as number);
    if (value === 0) continue;
    for (let k = 0; k < heads; k++)
      logits[k] = (logits[k] as number) + value * (out[j * heads + k] as number);
  }
}

export function keepHighest(token: Float64Array, highest: Float64Array): void {
  for (let j = 0; j < WIDTH; j++)
    if ((token[j] as number) > (highest[j] as number)) highest[j] = token[j] as number;
}

/** The network's log-odds for a whole text. */
export function readText(network: Network, features: Features, logits: Float64Array): void {
  highest.fill(0);
  const { bucket, from, longer, count, total } = features;
  for (let t = 0; t < count; t++) {
    readToken(network, bucket, from[t] as number, longer[t] as number, token);
    keepHighest(token, highest);
  }
  if (total > (from[count] as number)) {
    readToken(network, bucket, from[count] as number, total, token);
    keepHighest(token, highest);
  }
  weigh(network, highest, logits);
}

/** The network's log-odds for a text of one token, without what it shares with tokens before. */
export function readAlone(network: Network, features: Features, t: number, logits: Float64Array): void {
  highest.fill(0);
  readToken(network, features.bucket, features.own[t] as number, features.longer[t] as number, token);
  keepHighest(token, highest);
  weigh(network, highest, logits);
}
