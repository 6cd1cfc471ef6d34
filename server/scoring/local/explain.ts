import { ATTRIBUTES, type Attribute, type Span } from "../scorer.ts";
import type { Features } from "./features.ts";
import { isIdentityTerm } from "./identity-terms.ts";
import { leaveOut, sumWithout, type Words } from "./leave-out.ts";
import { HEADS, type Model } from "./model.ts";
import { readAlone } from "./network.ts";
import { createSums, logOdds, type Sums, sumFeatures } from "./score-features.ts";
import type { Tokens } from "./tokens.ts";
import { COMMON, lookUp, TELLING } from "./vocabulary.ts";

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
/** Log-odds that were summed in another order differ by less. */
const ROUNDING = 1e-6;
const MOST_WORDS = 12;
const IDENTITY_ATTACK = ATTRIBUTES.indexOf("IDENTITY_ATTACK");

const BANG = 33;
const QUERY = 63;
const alone = createSums();
const rest = createSums();

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
    for (const { word, score } of chosen) mark(tokens, words, word, ATTRIBUTES[k] as Attribute, score, spans);
  }
  return spans;
}

/** Adds a span for every place where the word stands; a row of it is one. */
function mark(
  tokens: Tokens,
  words: Words,
  word: number,
  attribute: Attribute,
  score: number,
  spans: Span[],
): void {
  let open: Span | undefined;
  for (let t = words.first[word] as number; t < words.tokens; t++) {
    if (words.of[t] !== word) {
      open = undefined;
      continue;
    }
    const end = tokens.end[t] as number;
    if (open === undefined) {
      open = { start: tokens.start[t] as number, end, attribute, score };
      spans.push(open);
    } else open.end = end;
  }
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
  const before = oddsOf(model, k, all);
  for (let word = 0; word < words.count; word++) {
    const at = word * HEADS + k;
    const drop =
      before -
      logOdds(
        model,
        k,
        (all.heads[k] as number) - (words.gone[at] as number),
        Math.max(0, all.squared - (words.goneSquared[word] as number)),
        (all.network[k] as number) - (words.lost[at] as number),
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
  if (unit === BANG || unit === QUERY || (lookUp(hash) & (COMMON | TELLING)) === COMMON) return false;
  return k === IDENTITY_ATTACK || !isIdentityTerm(hash);
}

const oddsOf = (model: Model, k: number, sums: Sums): number =>
  logOdds(model, k, sums.heads[k] as number, sums.squared, sums.network[k] as number);

/** Calibrated log-odds of a text that holds this one word. */
function logOddsAlone(model: Model, features: Features, t: number, k: number): number {
  sumFeatures(model, features, features.own[t] as number, features.from[t + 1] as number, alone);
  readAlone(model.network, features, t, alone.network);
  return oddsOf(model, k, alone);
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
    answers = ATTRIBUTES.map((_, head) => oddsOf(model, head, rest) < oddsOf(model, head, all) - ROUNDING);
    known.set(key, answers);
  }
  return answers[k] as boolean;
}
