import { log } from "../log.ts";
import type { Scored, Scorer, Unavailable } from "./scorer.ts";

/** A scorer in its place in a site's order. A `fallback` is asked only when none before it could answer; without `use` it is always asked. */
export type PlacedScorer = Scorer & { use?: "always" | "fallback" };

/**
 * Asks the scorers, in the owner's order, which is also the order of the answers; a fallback that was not needed has none. One that throws counts as
 * unavailable: a comment is never lost to its scorer.
 */
export async function scoreAll(
  scorers: readonly PlacedScorer[],
  text: string,
  language: string | null,
): Promise<(Scored | Unavailable)[]> {
  const asked = scorers.map((scorer) => (scorer.use === "fallback" ? null : safely(scorer, text, language)));
  const answers: (Scored | Unavailable)[] = [];
  for (const [i, scorer] of scorers.entries()) {
    if (scorer.use === "fallback" && answers.some(isScored)) continue;
    answers.push(await (asked[i] ?? safely(scorer, text, language)));
  }
  return answers;
}

export const isScored = (answer: Scored | Unavailable): answer is Scored => !("unavailable" in answer);

async function safely(scorer: Scorer, text: string, language: string | null): Promise<Scored | Unavailable> {
  try {
    return await scorer.score(text, language);
  } catch (error) {
    log.error({ scorer: scorer.name, reason: (error as Error).message }, "A scorer failed");
    return { scorer: scorer.name, unavailable: "It failed; the log has the reason." };
  }
}
