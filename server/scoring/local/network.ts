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
  /** ROWS × WIDTH, in units of `unit`. */
  rows: Int8Array;
  /** The same, numbers j and j + LANES of a row in the halves of one integer, so that one addition serves both. */
  packed: Int32Array;
  unit: number[];
  /** WIDTH × heads. */
  out: Float64Array;
  bias: number[];
}

const LANES = WIDTH / 2;

/** Halves hold the sums of 256 rows; a token has fewer. */
export function packRows(rows: Int8Array): Int32Array {
  const packed = new Int32Array(ROWS * LANES);
  for (let r = 0; r < ROWS; r++)
    for (let j = 0; j < LANES; j++)
      packed[r * LANES + j] =
        ((rows[r * WIDTH + LANES + j] as number) << 16) + (rows[r * WIDTH + j] as number);
  return packed;
}

// Sums of many features grow with their number: divided by its root.
const roots = Float64Array.from({ length: 256 }, (_, n) => 1 / Math.sqrt(Math.max(1, n)));
const sum = new Int32Array(LANES);

/** The row that a feature reads. */
export const rowOf = (bucket: number): number => bucket & ROW_MASK;
if (BUCKETS < ROWS) throw new Error("There are fewer buckets than rows.");

/** Adds up the rows of features from..to. Written out, since this is where scoring spends its time. */
function addRows(packed: Int32Array, bucket: Int32Array, from: number, to: number): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  let i = 0;
  let j = 0;
  let k = 0;
  let l = 0;
  let m = 0;
  let n = 0;
  let o = 0;
  let p = 0;
  for (let at = from; at < to; at++) {
    const row = ((bucket[at] as number) & ROW_MASK) * LANES;
    a = (a + (packed[row] as number)) | 0;
    b = (b + (packed[row + 1] as number)) | 0;
    c = (c + (packed[row + 2] as number)) | 0;
    d = (d + (packed[row + 3] as number)) | 0;
    e = (e + (packed[row + 4] as number)) | 0;
    f = (f + (packed[row + 5] as number)) | 0;
    g = (g + (packed[row + 6] as number)) | 0;
    h = (h + (packed[row + 7] as number)) | 0;
    i = (i + (packed[row + 8] as number)) | 0;
    j = (j + (packed[row + 9] as number)) | 0;
    k = (k + (packed[row + 10] as number)) | 0;
    l = (l + (packed[row + 11] as number)) | 0;
    m = (m + (packed[row + 12] as number)) | 0;
    n = (n + (packed[row + 13] as number)) | 0;
    o = (o + (packed[row + 14] as number)) | 0;
    p = (p + (packed[row + 15] as number)) | 0;
  }
  sum[0] = a;
  sum[1] = b;
  sum[2] = c;
  sum[3] = d;
  sum[4] = e;
  sum[5] = f;
  sum[6] = g;
  sum[7] = h;
  sum[8] = i;
  sum[9] = j;
  sum[10] = k;
  sum[11] = l;
  sum[12] = m;
  sum[13] = n;
  sum[14] = o;
  sum[15] = p;
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
  const root = roots[Math.min(255, to - from)] as number;
  for (let j = 0; j < LANES; j++) {
    const both = sum[j] as number;
    const low = (both << 16) >> 16;
    out[j] = low * root;
    out[j + LANES] = ((both - low) >> 16) * root;
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
