import { deleteClaims } from "../claims/store.ts";
import { type Db, inTransaction } from "../db/pool.ts";
import type { DecisionMade } from "../decisions/contract.ts";
import { decideOne } from "../decisions/decide-comment.ts";
import { lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { insertJudgement } from "../judgements/store.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import { refreshQueues } from "../queues/refresh.ts";
import { waitsForVerdict } from "./store.ts";

export interface SampleVerdict {
  commentId: string;
  verdict: "approve" | "reject";
  version: number;
  reason?: string | null;
  note?: string | null;
}

/**
 * A moderator's verdict on a sampled comment, kept; one that refuses is a decision as well, unless the first of two has refused it already: a second opinion
 * that differs changes nothing. Throws AppError: not_found; conflict when it waits for no verdict of theirs, or has moved on; claimed while another is on it.
 */
export function judgeSample(
  db: Db,
  by: SignedIn,
  asked: SampleVerdict,
  now = new Date(),
): Promise<{ decision: DecisionMade | null; articleId: string }> {
  const { commentId, verdict, version, reason, note } = asked;
  return inTransaction(db, async (tx) => {
    const comment = (await lockComments(tx, [commentId])).get(commentId);
    if (!comment) throw new AppError("not_found", "There is no such comment.");
    assertMaySee(by, comment, "There is no such comment.");
    const { siteId, articleId, revision } = comment;
    if (comment.version !== version || !(await waitsForVerdict(tx, commentId, by.id)))
      throw new AppError(
        "conflict",
        "This comment has moved on, or is no part of the sample. Take the next one.",
      );
    const judgement = {
      id: newId(),
      commentId,
      revision,
      siteId,
      appealId: null,
      moderatorId: by.id,
      verdict,
    };
    await insertJudgement(tx, { ...judgement, reason: reason || null }, now);
    const actor = { kind: "moderator", id: by.id } as const;
    const made =
      verdict === "reject" && comment.status === "approved"
        ? await decideOne(
            tx,
            by,
            { commentId, actor, action: "reject", seen: { version }, reason, note },
            now,
          )
        : null;
    await deleteClaims(tx, [commentId]);
    await refreshQueues(tx, [commentId]);
    await appendEvents(
      tx,
      [
        {
          type: "sample.judged",
          siteId,
          articleId,
          commentId,
          actor: `moderator/${by.id}`,
          data: { verdict, ...(made && { decisionId: made.decision.id }) },
          live: {},
        },
      ],
      now,
    );
    return { decision: made?.decision ?? null, articleId };
  });
}
