import { ATTRIBUTES, type Attribute, type Span } from "../scorer.ts";
import { BUCKETS, createFeatures, extract, type Features } from "./features.ts";
import { isIdentityTerm } from "./identity-terms.ts";
import { HEADS, type Model } from "./model.ts";
import {
  createSums,
  logit,
  nextRound,
  probability,
  type Sums,
  seenBuckets,
  sumFeatures,
} from "./score-features.ts";
import { createTokens, MOST_TOKENS, type Tokens } from "./tokens.ts";

/** Attributes below this probability are not explained. */
export const WORTH_EXPLAINING = 0.3;
/** A word is shown when leaving it out lowers the log-odds by this much at least, … */
const LEAST_DROP = 0.5;
/** … and by this share of what the strongest word does. */
const SHARE_OF_STRONGEST = 0.5;
const MOST_WORDS = 12;
const IDENTITY_ATTACK = ATTRIBUTES.indexOf("IDENTITY_ATTACK");

const ownerRound = new Uint32Array(BUCKETS);
const owner = new Int32Array(BUCKETS);
const SHARED = -1;
const groupOf = new Int32Array(MOST_TOKENS);
const gone = new Float32Array(MOST_TOKENS * HEADS);
const goneSquared = new Float32Array(MOST_TOKENS);
const alone = createSums();
const rest = createTokens();
const restFeatures = createFeatures();

/** Numbers the distinct words, each by the first token that has it. */
function groupTokens(tokens: Tokens, features: Features): number[] {
  const firsts: number[] = [];
  const known = new Map<number, number>();
  for (let t = 0; t < features.count; t++) {
    const hash = tokens.hash[t] as number;
    let group = known.get(hash);
    if (group === undefined) {
      group = firsts.length;
      known.set(hash, group);
      firsts.push(t);
    }
    groupOf[t] = group;
  }
  return firsts;
}

/** Finds which features each distinct word alone brings, and so what the text loses without it. */
function leaveOut(model: Model, features: Features, groups: number): void {
  const mark = nextRound();
  for (let t = 0; t < features.count; t++) {
    const group = groupOf[t] as number;
    for (let i = features.from[t] as number; i < (features.from[t + 1] as number); i++) {
      if (i === features.pair[t]) continue;
      const h = features.bucket[i] as number;
      if (ownerRound[h] !== mark) {
        ownerRound[h] = mark;
        owner[h] = group;
      } else if (owner[h] !== group) owner[h] = SHARED;
    }
  }
  gone.fill(0, 0, groups * HEADS);
  goneSquared.fill(0, 0, groups);
  const counted = nextRound();
  for (let t = 0; t < features.count; t++) {
    const group = groupOf[t] as number;
    for (let i = features.from[t] as number; i < (features.from[t + 1] as number); i++) {
      const h = features.bucket[i] as number;
      if (seenBuckets[h] === counted) continue;
      const pair = i === features.pair[t];
      if (pair ? ownerRound[h] === mark : owner[h] !== group) continue;
      seenBuckets[h] = counted;
      take(model, h, group);
      if (pair && groupOf[t - 1] !== group) take(model, h, groupOf[t - 1] as number);
    }
  }
}

function take(model: Model, bucket: number, group: number): void {
  goneSquared[group] =
    (goneSquared[group] as number) + (model.idfSquared[model.idf[bucket] as number] as number);
  const w = bucket * HEADS;
  const at = group * HEADS;
  for (let k = 0; k < HEADS; k++)
    gone[at + k] =
      (gone[at + k] as number) + (model.expand[(model.weights[w + k] as number) & 255] as number);
}

/** How far one head's calibrated log-odds fall when features of this sum and squared length are gone. */
function dropOf(model: Model, all: Sums, head: number, lost: number, lostSquared: number): number {
  const sum = all.heads[head] as number;
  const without = logit(model, head, sum - lost, Math.max(0, all.squared - lostSquared));
  return (model.header.plattSlope[head] as number) * (logit(model, head, sum, all.squared) - without);
}

/**
 * The words that raised each attribute that matters, attribute by attribute, the strongest first; each with the
 * attribute's probability for that word read alone. Cutting them out, with their repeats, lowers the attribute's score.
 */
export function explain(
  model: Model,
  tokens: Tokens,
  features: Features,
  all: Sums,
  scores: Float64Array,
): Span[] {
  const spans: Span[] = [];
  if (!scores.some((score) => score >= WORTH_EXPLAINING)) return spans;
  const firsts = groupTokens(tokens, features);
  leaveOut(model, features, firsts.length);
  for (let k = 0; k < HEADS; k++) {
    if ((scores[k] as number) < WORTH_EXPLAINING) continue;
    const words: { group: number; drop: number }[] = [];
    for (let group = 0; group < firsts.length; group++) {
      const drop = dropOf(model, all, k, gone[group * HEADS + k] as number, goneSquared[group] as number);
      if (drop < LEAST_DROP) continue;
      if (k === IDENTITY_ATTACK || !isIdentityTerm(tokens.hash[firsts[group] as number] as number))
        words.push({ group, drop });
    }
    words.sort((a, b) => b.drop - a.drop);
    const least = SHARE_OF_STRONGEST * (words[0]?.drop ?? 0);
    const chosen = words.filter(({ drop }) => drop >= least).slice(0, MOST_WORDS);
    while (chosen.length > 0 && !lowers(model, tokens, features, all, k, chosen)) chosen.pop();
    for (const { group } of chosen) mark(model, tokens, features, k, group, firsts[group] as number, spans);
  }
  return spans;
}

/** Whether the text without these words, its neighbours closed up, really scores lower on the head. */
function lowers(
  model: Model,
  tokens: Tokens,
  features: Features,
  all: Sums,
  k: number,
  words: readonly { group: number }[],
): boolean {
  let n = 0;
  for (let t = 0; t < features.count; t++) {
    if (words.some(({ group }) => group === groupOf[t])) continue;
    rest.from[n] = tokens.from[t] as number;
    rest.to[n] = tokens.to[t] as number;
    rest.hash[n++] = tokens.hash[t] as number;
  }
  extract({ ...rest, units: tokens.units, count: n, shouted: tokens.shouted }, restFeatures);
  sumFeatures(model, restFeatures, 0, restFeatures.total, alone);
  const slope = model.header.plattSlope[k] as number;
  const before = logit(model, k, all.heads[k] as number, all.squared);
  return slope * (before - logit(model, k, alone.heads[k] as number, alone.squared)) > 0;
}

/** Adds a span for every place where the word stands. */
function mark(
  model: Model,
  tokens: Tokens,
  features: Features,
  k: number,
  group: number,
  first: number,
  spans: Span[],
): void {
  const from =
    features.pair[first] === -1 ? (features.from[first] as number) : (features.pair[first] as number) + 1;
  sumFeatures(model, features, from, features.from[first + 1] as number, alone);
  const score = probability(model, k, logit(model, k, alone.heads[k] as number, alone.squared));
  for (let t = first; t < features.count; t++)
    if (groupOf[t] === group)
      spans.push({
        start: tokens.start[t] as number,
        end: tokens.end[t] as number,
        attribute: ATTRIBUTES[k] as Attribute,
        score,
      });
}
