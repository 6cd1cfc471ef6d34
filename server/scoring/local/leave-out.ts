import { BUCKETS, createFeatures, extract, type Features } from "./features.ts";
import { HEADS, type Model } from "./model.ts";
import { beginAgain, endAgain, loseEach, readAgain, readAnew } from "./read-again.ts";
import type { Sums } from "./score-features.ts";
import { createTokens, MOST_TOKENS, type Tokens } from "./tokens.ts";

/**
 * The distinct words of one text, numbered: word w stands first at token first[w], and without it the text loses
 * gone[w × HEADS + k] of head k's sum, goneSquared[w] of its squared length and lost[w × HEADS + k] of the network's
 * log-odds. One buffer, reused by every call.
 */
export interface Words {
  count: number;
  /** How many tokens they make. */
  tokens: number;
  first: Int32Array;
  /** Which word each token is. */
  of: Int32Array;
  gone: Float64Array;
  goneSquared: Float64Array;
  lost: Float64Array;
}

const words: Words = {
  count: 0,
  tokens: 0,
  first: new Int32Array(MOST_TOKENS),
  of: new Int32Array(MOST_TOKENS),
  gone: new Float64Array(MOST_TOKENS * HEADS),
  goneSquared: new Float64Array(MOST_TOKENS),
  lost: new Float64Array(MOST_TOKENS * HEADS),
};

// Of each bucket: which word alone brings it (past `base`, or older), and how often the text has it.
const bucketState = new Int32Array(BUCKETS * 2).fill(-1);
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

/** Numbers the distinct words and finds what the text loses without each, in one pass over its features. */
export function leaveOut(model: Model, tokens: Tokens, features: Features): Words {
  numberWords(tokens, features);
  nextBase();
  words.gone.fill(0, 0, words.count * HEADS);
  words.goneSquared.fill(0, 0, words.count);
  words.lost.fill(0, 0, words.count * HEADS);
  for (let t = 0; t < features.count; t++) {
    const word = words.of[t] as number;
    const own = features.own[t] as number;
    for (let i = features.from[t] as number; i < (features.from[t + 1] as number); i++) {
      const h = features.bucket[i] as number;
      const owner = (bucketState[h * 2] as number) - base;
      if (owner < 0) {
        bucketState[h * 2 + 1] = 1;
        bucketState[h * 2] = base + (i < own ? SHARED : word);
        credit(model, h, word, 1);
        if (i < own && words.of[t - 1] !== word) credit(model, h, words.of[t - 1] as number, 1);
        continue;
      }
      bucketState[h * 2 + 1] = (bucketState[h * 2 + 1] as number) + 1;
      if (owner === word || owner === SHARED) continue;
      bucketState[h * 2] = base + SHARED;
      credit(model, h, owner, -1);
    }
  }
  loseEach(model.network, features, words.of, HEADS, words.lost);
  return words;
}

function numberWords(tokens: Tokens, features: Features): void {
  const known = new Map<number, number>();
  words.count = 0;
  words.tokens = features.count;
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

const near = createTokens();
const nearFeatures = createFeatures();
const taken = new Int32Array(nearFeatures.bucket.length);
const given: number[] = [];

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
  let takings = 0;
  given.length = 0;
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const h = features.bucket[i] as number;
      taken[takings++] = h;
      if (recount(h, -1) === 0) add(model, h, -1, out);
    }
  };
  beginAgain();
  let before = -1;
  let beforeThat = -1;
  for (let t = 0; t < features.count; t++) {
    const from = features.from[t] as number;
    if (left.includes(words.of[t] as number)) {
      take(from, features.from[t + 1] as number);
      continue;
    }
    if (before === t - 1 && (beforeThat === t - 2 || t === 1)) readAgain(t);
    else {
      take(from, features.own[t] as number);
      const last = extractNear(tokens, beforeThat, before, t);
      for (let i = nearFeatures.from[last] as number; i < (nearFeatures.own[last] as number); i++) {
        const h = nearFeatures.bucket[i] as number;
        given.push(h);
        if (recount(h, 1) === 1) add(model, h, 1, out);
      }
      readAnew(model.network, nearFeatures, last);
    }
    beforeThat = before;
    before = t;
  }
  endAgain(model.network, features, out.network);
  for (let i = 0; i < takings; i++) recount(taken[i] as number, 1);
  for (const h of given) recount(h, -1);
  if (out.squared < 0.5) {
    out.squared = 0;
    out.heads.fill(0);
  }
}

/** Changes how often the text has a bucket, and answers how often that is. */
function recount(bucket: number, change: number): number {
  if ((bucketState[bucket * 2] as number) < base) {
    bucketState[bucket * 2] = base + SHARED;
    bucketState[bucket * 2 + 1] = 0;
  }
  const times = (bucketState[bucket * 2 + 1] as number) + change;
  bucketState[bucket * 2 + 1] = times;
  return times;
}

function add(model: Model, bucket: number, sign: number, out: Sums): void {
  out.squared += sign * (model.idfSquared[model.idf[bucket] as number] as number);
  for (let k = 0; k < HEADS; k++) {
    const weight = model.expand[(model.weights[bucket * HEADS + k] as number) & 255] as number;
    out.heads[k] = (out.heads[k] as number) + sign * weight;
  }
}

/** Extracts a token's features as they are after these two, or fewer (-1); answers its place in nearFeatures. */
function extractNear(tokens: Tokens, beforeThat: number, before: number, t: number): number {
  let n = 0;
  for (const from of [beforeThat, before, t]) {
    if (from < 0) continue;
    near.from[n] = tokens.from[from] as number;
    near.to[n] = tokens.to[from] as number;
    near.hash[n++] = tokens.hash[from] as number;
  }
  extract({ ...near, units: tokens.units, count: n, shouted: false }, nearFeatures);
  return n - 1;
}
