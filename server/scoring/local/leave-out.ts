import { BUCKETS, createFeatures, extract, type Features } from "./features.ts";
import { HEADS, type Model } from "./model.ts";
import type { Sums } from "./score-features.ts";
import { createTokens, MOST_TOKENS, type Tokens } from "./tokens.ts";

/**
 * The distinct words of one text, numbered: word w stands first at token first[w], and without it the text loses
 * gone[w × HEADS + k] of head k's sum and goneSquared[w] of its squared length. One buffer, reused by every call.
 */
export interface Words {
  count: number;
  first: Int32Array;
  /** Which word each token is. */
  of: Int32Array;
  gone: Float64Array;
  goneSquared: Float64Array;
}

const words: Words = {
  count: 0,
  first: new Int32Array(MOST_TOKENS),
  of: new Int32Array(MOST_TOKENS),
  gone: new Float64Array(MOST_TOKENS * HEADS),
  goneSquared: new Float64Array(MOST_TOKENS),
};

// Of each bucket: which word alone brings it (past `base`, or older), and how often the text has it.
const bucketState = new Int32Array(BUCKETS * 2);
const SHARED = MOST_TOKENS;
const STRIDE = MOST_TOKENS + 1;
let base = -STRIDE;

function nextBase(): void {
  base += STRIDE;
  if (base > 0x7fffffff - STRIDE) {
    bucketState.fill(-1);
    base = 0;
  }
}
bucketState.fill(-1);

/** Numbers the distinct words and finds what the text loses without each, in one pass over its features. */
export function leaveOut(model: Model, tokens: Tokens, features: Features): Words {
  numberWords(tokens, features);
  nextBase();
  words.gone.fill(0, 0, words.count * HEADS);
  words.goneSquared.fill(0, 0, words.count);
  for (let t = 0; t < features.count; t++) {
    const word = words.of[t] as number;
    const pair = features.pair[t] as number;
    for (let i = features.from[t] as number; i < (features.from[t + 1] as number); i++) {
      const h = features.bucket[i] as number;
      const owner = (bucketState[h * 2] as number) - base;
      if (owner < 0) {
        bucketState[h * 2 + 1] = 1;
        bucketState[h * 2] = base + (i === pair ? SHARED : word);
        credit(model, h, word, 1);
        if (i === pair && words.of[t - 1] !== word) credit(model, h, words.of[t - 1] as number, 1);
        continue;
      }
      bucketState[h * 2 + 1] = (bucketState[h * 2 + 1] as number) + 1;
      if (owner === word || owner === SHARED) continue;
      bucketState[h * 2] = base + SHARED;
      credit(model, h, owner, -1);
    }
  }
  return words;
}

function numberWords(tokens: Tokens, features: Features): void {
  const known = new Map<number, number>();
  words.count = 0;
  for (let t = 0; t < features.count; t++) {
    const hash = tokens.hash[t] as number;
    let word = known.get(hash);
    if (word === undefined) {
      word = words.count++;
      known.set(hash, word);
      words.first[word] = t;
    }
    words.of[t] = word;
  }
}

function credit(model: Model, bucket: number, word: number, sign: number): void {
  const { gone, goneSquared } = words;
  const squared = model.idfSquared[model.idf[bucket] as number] as number;
  goneSquared[word] = (goneSquared[word] as number) + sign * squared;
  const w = bucket * HEADS;
  const at = word * HEADS;
  for (let k = 0; k < HEADS; k++) {
    const weight = model.expand[(model.weights[w + k] as number) & 255] as number;
    gone[at + k] = (gone[at + k] as number) + sign * weight;
  }
}

const couple = createTokens();
const coupleFeatures = createFeatures();
const changed = new Int32Array(coupleFeatures.bucket.length);

/**
 * The sums of the text whose words `leaveOut` numbered last, without all of these: what only they bring is gone, and the
 * neighbours they leave behind are next to each other.
 */
export function sumWithout(
  model: Model,
  tokens: Tokens,
  features: Features,
  all: Sums,
  left: readonly number[],
  out: Sums,
): void {
  out.heads.set(all.heads);
  out.squared = all.squared;
  const goes = (t: number): boolean => left.includes(words.of[t] as number);
  let taken = 0;
  const take = (i: number): void => {
    const h = features.bucket[i] as number;
    changed[taken++] = h;
    const times = (bucketState[h * 2 + 1] as number) - 1;
    bucketState[h * 2 + 1] = times;
    if (times === 0) add(model, h, -1, out);
  };
  const joined: number[] = [];
  let before = -1;
  let gap = false;
  for (let t = 0; t < features.count; t++) {
    if (goes(t)) {
      for (let i = features.from[t] as number; i < (features.from[t + 1] as number); i++) take(i);
      gap = true;
      continue;
    }
    if (gap && features.pair[t] !== -1) take(features.pair[t] as number);
    if (gap && before >= 0) joined.push(joinPair(model, tokens, before, t, out));
    before = t;
    gap = false;
  }
  for (let i = 0; i < taken; i++) count(changed[i] as number, 1);
  for (const h of joined) count(h, -1);
  if (out.squared < 0.5) {
    out.squared = 0;
    out.heads.fill(0);
  }
}

function count(bucket: number, change: number): void {
  bucketState[bucket * 2 + 1] = (bucketState[bucket * 2 + 1] as number) + change;
}

function add(model: Model, bucket: number, sign: number, out: Sums): void {
  out.squared += sign * (model.idfSquared[model.idf[bucket] as number] as number);
  for (let k = 0; k < HEADS; k++) {
    const weight = model.expand[(model.weights[bucket * HEADS + k] as number) & 255] as number;
    out.heads[k] = (out.heads[k] as number) + sign * weight;
  }
}

/** Counts in the feature of two words that become neighbours, and answers its bucket. */
function joinPair(model: Model, tokens: Tokens, a: number, b: number, out: Sums): number {
  for (const [n, t] of [a, b].entries()) {
    couple.from[n] = tokens.from[t] as number;
    couple.to[n] = tokens.to[t] as number;
    couple.hash[n] = tokens.hash[t] as number;
  }
  extract({ ...couple, units: tokens.units, count: 2, shouted: false }, coupleFeatures);
  const bucket = coupleFeatures.bucket[coupleFeatures.pair[1] as number] as number;
  if ((bucketState[bucket * 2] as number) < base) {
    bucketState[bucket * 2] = base + SHARED;
    bucketState[bucket * 2 + 1] = 0;
  }
  count(bucket, 1);
  if (bucketState[bucket * 2 + 1] === 1) add(model, bucket, 1, out);
  return bucket;
}
