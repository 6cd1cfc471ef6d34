import { ATTRIBUTES, type Attribute, type Span } from "../scorer.ts";
import type { Features } from "./features.ts";
import { isIdentityTerm } from "./identity-terms.ts";
import { isCommon, listedWord } from "./known-words.ts";
import { leaveOut, sumWithout, type Words } from "./leave-out.ts";
import { HEADS, type Model } from "./model.ts";
import { createSums, logit, type Sums, sumFeatures } from "./score-features.ts";
import type { Tokens } from "./tokens.ts";

/** Attributes below this probability are not explained: what little they hold is spread over the whole text. */
export const WORTH_EXPLAINING = 0.05;
/**
 * A word's score is the logistic function of SHARE × (what leaving it out does, as a share of what the strongest word does)
 * + ALONE × (its log-odds read alone) - BAR, fitted on half of the SemEval-2021 toxic spans so that .5 marks best by F1.
 */
const SHARE = 2.4;
const ALONE = 0.2;
const BAR = 1.5;
/** A strongest word that lowers the log-odds by less than this does not make a weaker one stand out. */
const LEAST_STRONGEST = 0.2;
const MOST_ALONE = 6;
const MOST_WORDS = 12;
const IDENTITY_ATTACK = ATTRIBUTES.indexOf("IDENTITY_ATTACK");

const BANG = 33;
const QUERY = 63;
const alone = createSums();
const rest = createSums();

/** How far one head's calibrated log-odds fall when features of this sum and squared length are gone. */
function dropOf(model: Model, all: Sums, head: number, lost: number, lostSquared: number): number {
  const sum = all.heads[head] as number;
  const without = logit(model, head, sum - lost, Math.max(0, all.squared - lostSquared));
  return (model.header.plattSlope[head] as number) * (logit(model, head, sum, all.squared) - without);
}

/**
 * The words that carry each attribute worth explaining, attribute by attribute, the strongest first, all scoring .5 or more.
 * Cutting an attribute's words out lowers its probability. Words without content of their own ("you", "!!!") are never
 * marked, names of groups only for IDENTITY_ATTACK.
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
  const words = leaveOut(model, tokens, features);
  const lowered = new Map<string, boolean[]>();
  for (let k = 0; k < HEADS; k++) {
    if ((scores[k] as number) < WORTH_EXPLAINING) continue;
    const chosen = choose(model, tokens, features, all, words, k);
    while (chosen.length > 0 && !lowers(model, tokens, features, all, k, chosen, lowered)) chosen.pop();
    for (const { word, score } of chosen)
      for (let t = words.first[word] as number; t < features.count; t++)
        if (words.of[t] === word)
          spans.push({
            start: tokens.start[t] as number,
            end: tokens.end[t] as number,
            attribute: ATTRIBUTES[k] as Attribute,
            score,
          });
  }
  return spans;
}

interface Chosen {
  word: number;
  score: number;
}

function choose(
  model: Model,
  tokens: Tokens,
  features: Features,
  all: Sums,
  words: Words,
  k: number,
): Chosen[] {
  const able: { word: number; drop: number }[] = [];
  let strongest = LEAST_STRONGEST;
  for (let word = 0; word < words.count; word++) {
    const drop = dropOf(
      model,
      all,
      k,
      words.gone[word * HEADS + k] as number,
      words.goneSquared[word] as number,
    );
    if (drop <= 0 || !hasContent(tokens, words.first[word] as number, k)) continue;
    able.push({ word, drop });
    strongest = Math.max(strongest, drop);
  }
  const chosen: Chosen[] = [];
  for (const { word, drop } of able) {
    const most = SHARE * (drop / strongest) - BAR;
    if (most + ALONE * MOST_ALONE < 0) continue;
    const odds = logOddsAlone(model, features, words.first[word] as number, k);
    const score = 1 / (1 + Math.exp(-most - ALONE * Math.max(-MOST_ALONE, Math.min(MOST_ALONE, odds))));
    if (score >= 0.5) chosen.push({ word, score });
  }
  return chosen.sort((a, b) => b.score - a.score).slice(0, MOST_WORDS);
}

function hasContent(tokens: Tokens, t: number, k: number): boolean {
  const hash = tokens.hash[t] as number;
  const unit = tokens.units[tokens.from[t] as number];
  if (unit === BANG || unit === QUERY || (isCommon(hash) && listedWord(hash) === undefined)) return false;
  return k === IDENTITY_ATTACK || !isIdentityTerm(hash);
}

/** Calibrated log-odds of a text that holds this one word. */
function logOddsAlone(model: Model, features: Features, t: number, k: number): number {
  const from = features.pair[t] === -1 ? (features.from[t] as number) : (features.pair[t] as number) + 1;
  sumFeatures(model, features, from, features.from[t + 1] as number, alone);
  const { plattSlope, plattOffset } = model.header;
  const z = logit(model, k, alone.heads[k] as number, alone.squared);
  return (plattSlope[k] as number) * z + (plattOffset[k] as number);
}

/** Whether the text without these words really scores lower on the head; asked once for the same words. */
function lowers(
  model: Model,
  tokens: Tokens,
  features: Features,
  all: Sums,
  k: number,
  chosen: readonly Chosen[],
  known: Map<string, boolean[]>,
): boolean {
  const left = chosen.map(({ word }) => word).sort((a, b) => a - b);
  const key = left.join();
  let answers = known.get(key);
  if (answers === undefined) {
    sumWithout(model, tokens, features, all, left, rest);
    answers = ATTRIBUTES.map((_, head) => {
      const before = logit(model, head, all.heads[head] as number, all.squared);
      return logit(model, head, rest.heads[head] as number, rest.squared) < before;
    });
    known.set(key, answers);
  }
  return answers[k] as boolean;
}
