import type { SiteSettings } from "../sites/settings.ts";
import type { Worth } from "./contract.ts";

type Parts = Worth["parts"];

/**
 * What speaks for featuring a comment, 0 to 1 each. Length: best from 60 to 250 words, nothing below 15, a third from 600. Readability: best up to a LIX of 45, nothing
 * from 75. Civility: how far its highest score is from 1. Replies: half at three, ever slower to 1. Record: the share of the author's comments that are public by
 * Laplace's rule of succession, so that who is new has a half; divided by one more than their strikes.
 */
export function partsOf(seen: Worth["seen"]): Parts {
  const { words, lix, highestScore, replies, approved, rejected, strikes } = seen;
  return {
    length: words <= 250 ? slope(words, 15, 60) : 1 - (2 / 3) * slope(words, 250, 600),
    readability: 1 - slope(lix, 45, 75),
    civility: highestScore === null ? null : 1 - highestScore,
    replies: replies / (replies + 3),
    record: (approved + 1) / (approved + rejected + 2) / (1 + strikes),
  };
}

/** The mean of the parts that are known, by weight; 0 where nothing weighs anything. */
export function rankOf(parts: Parts, weights: SiteSettings["featureWeights"]): number {
  let sum = 0;
  let weight = 0;
  for (const [name, part] of Object.entries(parts) as [keyof Parts, number | null][]) {
    if (part === null) continue;
    sum += weights[name] * part;
    weight += weights[name];
  }
  return weight === 0 ? 0 : sum / weight;
}

/** 0 up to `from`, 1 from `to` on, straight between. */
const slope = (x: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (x - from) / (to - from)));
