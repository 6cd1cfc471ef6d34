import type { ScoreRow } from "../server/scoring/store.ts";
import type { SiteSettings } from "../server/sites/settings.ts";
import type { Rescored } from "./rescore-comments.ts";

export interface Crossings {
  /** Comments that reach one of the site's limits by the new scores and did not by those before. */
  newlyAbove: number;
  noLongerAbove: number;
}

/** What new scores would mean for what a site holds by score, each scorer compared with itself. */
export function crossings(
  rescored: Rescored[],
  before: ScoreRow[],
  holdAt: SiteSettings["holdAt"],
): Crossings {
  const old = new Map(before.map((row) => [`${row.commentId} ${row.scorer}`, row.scores]));
  const found: Crossings = { newlyAbove: 0, noLongerAbove: 0 };
  for (const { comment, reading } of rescored) {
    for (const answer of reading.answers) {
      const then = old.get(`${comment.id} ${answer.scorer}`);
      if ("unavailable" in answer || !then) continue;
      const [was, is] = [isAbove(then, holdAt), isAbove(answer.scores, holdAt)];
      if (is && !was) found.newlyAbove += 1;
      if (was && !is) found.noLongerAbove += 1;
    }
  }
  return found;
}

function isAbove(scores: Partial<Record<string, number>>, holdAt: SiteSettings["holdAt"]): boolean {
  return Object.entries(holdAt).some(
    ([attribute, limit]) => limit !== null && (scores[attribute] ?? 0) >= limit,
  );
}
