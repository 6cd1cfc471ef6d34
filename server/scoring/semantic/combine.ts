import { ATTRIBUTES, type Scored } from "../scorer.ts";

/** Log-odds are held to what a probability of a millionth says, so that neither tier can shout the other down. */
const MOST_CERTAIN = Math.log(1e6);

const certain = (z: number): number => Math.min(MOST_CERTAIN, Math.max(-MOST_CERTAIN, z));

/** Both tiers' calibrated log-odds of each attribute, averaged: no weights to fit, and better than fitted ones on news comments. */
export function combine(first: Scored["scores"], second: ArrayLike<number>): Scored["scores"] {
  const scores: Scored["scores"] = {};
  ATTRIBUTES.forEach((attribute, k) => {
    const p = first[attribute];
    if (p === undefined) return;
    const z = (certain(Math.log(p / (1 - p))) + certain(second[k] as number)) / 2;
    scores[attribute] = 1 / (1 + Math.exp(-z));
  });
  return scores;
}
