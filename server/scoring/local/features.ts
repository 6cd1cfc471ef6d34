import { HASH_SEED, hashString, spread } from "./hash.ts";
import { isHonestWord } from "./honest-words.ts";
import { isIdentityTerm } from "./identity-terms.ts";
import { MOST_TOKENS, type Tokens } from "./tokens.ts";
import { wordClass } from "./word-classes.ts";

export const BUCKET_BITS = 18;
export const BUCKETS = 1 << BUCKET_BITS;
const MASK = BUCKETS - 1;

const MOST_FEATURES = 262_144;
const EDGE = 95;
const WORD = 0x1111;
const PAIR = 0x2222;
const PIECE = 0x3300;
const CLASS = 0x4444;
const CLASS_PAIR = 0x5555;
const CLASS_GAP = 0x6666;
const SHOUT = spread(hashString("<shouted>")) & MASK;
// All names of groups are one word to the model, so that none weighs by itself.
const IDENTITY_HASH = hashString("<identity>");
const IDENTITY = spread(IDENTITY_HASH ^ WORD) & MASK;
const CLASS_HASHES = Int32Array.from({ length: 16 }, (_, i) => hashString(`<class ${i}>`));

/**
 * Features in the order of their tokens, repeats included: token t owns bucket[from[t]..from[t + 1]), of which those before
 * own[t] it shares with tokens before it and those from longer[t] on are pieces of 4 and 5 letters. Features past
 * from[count] belong to the text as a whole.
 */
export interface Features {
  count: number;
  total: number;
  bucket: Int32Array;
  from: Int32Array;
  own: Int32Array;
  longer: Int32Array;
}

export function createFeatures(): Features {
  return {
    count: 0,
    total: 0,
    bucket: new Int32Array(MOST_FEATURES),
    from: new Int32Array(MOST_TOKENS + 1),
    own: new Int32Array(MOST_TOKENS + 1),
    longer: new Int32Array(MOST_TOKENS + 1),
  };
}

const pairOf = (kind: number, a: number, b: number): number =>
  spread(Math.imul(a ^ kind, 0x9e3779b1) ^ ((b << 7) | (b >>> 25))) & MASK;

/**
 * Hashes words, pairs of neighbours and pieces of 3 to 5 letters into 2^18 buckets; of words that play a part in abuse and of
 * names of groups also that part, and with it what stands beside and before ("you are a" + any insult).
 */
export function extract(tokens: Tokens, out: Features): void {
  const { bucket, from, own, longer } = out;
  const { units } = tokens;
  let n = 0;
  let t = 0;
  // Of the two tokens before: the word, the part it plays or else the word, and whether it plays one.
  let word1 = 0;
  let part1 = 0;
  let part2 = 0;
  let plays1 = false;
  for (; t < tokens.count; t++) {
    const a = tokens.from[t] as number;
    const b = tokens.to[t] as number;
    if (n + 3 * (b - a + 2) + 6 > MOST_FEATURES) break;
    from[t] = n;
    const hash = tokens.hash[t] as number;
    const identity = isIdentityTerm(hash);
    const kind = identity ? 0 : wordClass(hash);
    const plays = identity || kind > 0;
    const word = identity ? IDENTITY_HASH : hash;
    const part = kind > 0 ? (CLASS_HASHES[kind] as number) : word;
    if (t > 0) {
      bucket[n++] = pairOf(PAIR, word1, word);
      if (plays || plays1) bucket[n++] = pairOf(CLASS_PAIR, part1, part);
      if (plays && t > 1) bucket[n++] = pairOf(CLASS_GAP, part2, part);
    }
    own[t] = n;
    part2 = part1;
    part1 = part;
    word1 = word;
    plays1 = plays;
    if (identity) {
      bucket[n++] = IDENTITY;
      longer[t] = n;
      continue;
    }
    if (kind > 0) bucket[n++] = spread(part ^ CLASS) & MASK;
    bucket[n++] = spread(hash ^ WORD) & MASK;
    const honest = isHonestWord(hash);
    if (!honest) n = pushPieces(units, a, b, 3, 3, bucket, n);
    longer[t] = n;
    if (!honest) n = pushPieces(units, a, b, 4, 5, bucket, n);
  }
  from[t] = n;
  out.count = t;
  if (tokens.shouted) bucket[n++] = SHOUT;
  out.total = n;
}

/** Adds the pieces of so many letters of a word with its edges; answers how many features there are then. */
function pushPieces(
  units: Uint16Array,
  a: number,
  b: number,
  shortest: number,
  longest: number,
  bucket: Int32Array,
  features: number,
): number {
  let n = features;
  for (let i = a - 1; i <= b + 1 - shortest; i++) {
    let h = Math.imul(HASH_SEED ^ (i < a ? EDGE : (units[i] as number)), 0x01000193);
    const stop = Math.min(i + longest, b + 1);
    for (let j = i + 1; j < stop; j++) {
      h = Math.imul(h ^ (j < b ? (units[j] as number) : EDGE), 0x01000193);
      if (j - i + 1 >= shortest) bucket[n++] = spread(h ^ (PIECE + j - i)) & MASK;
    }
  }
  return n;
}
