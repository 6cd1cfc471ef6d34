import { log } from "../log.ts";
import type { Scored, Scorer, Unavailable } from "./scorer.ts";

/** Asks every scorer, in the owner's order. One that throws counts as unavailable: a comment is never lost to its scorer. */
export function scoreAll(
  scorers: readonly Scorer[],
  text: string,
  language: string | null,
): Promise<(Scored | Unavailable)[]> {
  return Promise.all(
    scorers.map(async (scorer) => {
      try {
        return await scorer.score(text, language);
      } catch (error) {
        log.error({ scorer: scorer.name, reason: (error as Error).message }, "A scorer failed");
        return { scorer: scorer.name, unavailable: "It failed; the log has the reason." };
      }
    }),
  );
}
