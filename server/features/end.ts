import type { Tx } from "../db/pool.ts";
import type { NewDecision } from "../decisions/store.ts";
import type { NewEvent } from "../events/append.ts";
import { deleteFeatures } from "./store.ts";

/**
 * Ends that comments are featured which these decisions make public no longer; their author may have changed the words that were featured. Answers the
 * events of it, which live clients need not hear: that it is no longer public says as much.
 */
export async function endFeatures(
  tx: Tx,
  decided: NewDecision[],
  actorOf: (decision: NewDecision) => string,
): Promise<NewEvent[]> {
  const left = decided.filter(
    ({ statusBefore, status }) => statusBefore === "approved" && status !== "approved",
  );
  if (left.length === 0) return [];
  const ended = await deleteFeatures(
    tx,
    left.map(({ commentId }) => commentId),
  );
  return left
    .filter(({ commentId }) => ended.has(commentId))
    .map((decision) => ({
      type: "comment.unfeatured",
      siteId: decision.siteId,
      articleId: decision.articleId,
      commentId: decision.commentId,
      actor: actorOf(decision),
      data: { decisionId: decision.id, version: decision.version },
      live: null,
    }));
}
