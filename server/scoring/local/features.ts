import { HASH_SEED, hashString, spread } from "./hash.ts";
import { isHonestWord } from "./honest-words.ts";
import { isIdentityTerm } from "./identity-terms.ts";
import { MOST_TOKENS, type Tokens } from "./tokens.ts";

export const BUCKET_BITS = 18;
export const BUCKETS = 1 << BUCKET_BITS;
const MASK = BUCKETS - 1;

const MOST_FEATURES = 262_144;
const EDGE = 95;
const WORD = 0x1111;
const PAIR = 0x2222;
const PIECE = 0x3300;
const SHOUT = spread(hashString("<shouted>")) & MASK;
// All names of groups are one word to the model, so that none weighs by itself.
const IDENTITY_HASH = hashString("<identity>");
const IDENTITY = spread(IDENTITY_HASH ^ WORD) & MASK;

/**
 * Features in the order of their tokens, repeats included: token t owns bucket[from[t]..from[t + 1]), of which the one at
 * pair[t] (or -1) it shares with the token before it. Features past from[count] belong to the text as a whole.
 */
export interface Features {
  count: number;
  total: number;
  bucket: Int32Array;
  from: Int32Array;
  pair: Int32Array;
}

export function createFeatures(): Features {
  return {
    count: 0,
    total: 0,
    bucket: new Int32Array(MOST_FEATURES),
    from: new Int32Array(MOST_TOKENS + 1),
    pair: new Int32Array(MOST_TOKENS + 1),
  };
}

/** Hashes words, pairs of neighbours and pieces of 3 to 5 letters into 2^18 buckets. */
export function extract(tokens: Tokens, out: Features): void {
  const { bucket, from, pair } = out;
  const { units } = tokens;
  let n = 0;
  let t = 0;
  let before = 0;
  for (; t < tokens.count; t++) {
    const a = tokens.from[t] as number;
    const b = tokens.to[t] as number;
    if (n + 3 * (b - a + 2) + 4 > MOST_FEATURES) break;
    from[t] = n;
    const hash = tokens.hash[t] as number;
    const identity = isIdentityTerm(hash);
    const own = identity ? IDENTITY_HASH : hash;
    pair[t] = -1;
    if (t > 0) {
      pair[t] = n;
      bucket[n++] = spread(Math.imul(before ^ PAIR, 0x9e3779b1) ^ ((own << 7) | (own >>> 25))) & MASK;
    }
    before = own;
    if (identity) {
      bucket[n++] = IDENTITY;
      continue;
    }
    bucket[n++] = spread(hash ^ WORD) & MASK;
    if (isHonestWord(hash)) continue;
    for (let i = a - 1; i < b - 1; i++) {
      let h = Math.imul(HASH_SEED ^ (i < a ? EDGE : (units[i] as number)), 0x01000193);
      const stop = Math.min(i + 5, b + 1);
      for (let j = i + 1; j < stop; j++) {
        h = Math.imul(h ^ (j < b ? (units[j] as number) : EDGE), 0x01000193);
        if (j > i + 1) bucket[n++] = spread(h ^ (PIECE + j - i)) & MASK;
      }
    }
  }
  from[t] = n;
  out.count = t;
  if (tokens.shouted) bucket[n++] = SHOUT;
  out.total = n;
}
