import { type Db, inTransaction } from "../db/pool.ts";
import { type Decided, decideOne, once } from "../decisions/decide-comment.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { refreshQueues } from "../queues/refresh.ts";
import { lockAppeal } from "./judge.ts";
import { latestAppeals, standingRefusal, uphold } from "./store.ts";

export interface AppealDecision {
  appealId: string;
  outcome: "upheld" | "overturned";
  version: number;
  reason?: string | null;
  note?: string | null;
  key?: string;
}

/**
 * A moderator other than the first grants an appeal or turns it down, through the one door for decisions. Throws AppError: not_found; forbidden for the one
 * whose decision is contested; conflict without a first judgement, when it was decided meanwhile, or on a stale version; unprocessable when the key
 * was used for something else.
 */
export function decideAppeal(
  db: Db,
  by: SignedIn,
  asked: AppealDecision,
  now = new Date(),
): Promise<Decided> {
  const { appealId, outcome, version, note, key } = asked;
  return inTransaction(db, async (tx) => {
    const { appeal, comment } = await lockAppeal(tx, by, appealId);
    const request = ["appeal", appealId, outcome, version, asked.reason ?? null, note ?? null];
    return once(tx, by, comment, { key, asked: request }, async () => {
      if (appeal.outcome) throw new AppError("conflict", "This appeal has been decided meanwhile.");
      const own = (await latestAppeals(tx, [comment.id], by.id)).get(comment.id)?.ownJudgement;
      if (!own) throw new AppError("conflict", "Give your first judgement before you decide the appeal.");
      const reason =
        outcome === "upheld" ? asked.reason || (await standingRefusal(tx, comment.id))?.reason : null;
      // A granted appeal is closed by the decision itself.
      const made = await decideOne(
        tx,
        by,
        {
          commentId: comment.id,
          actor: { kind: "moderator", id: by.id },
          action: outcome === "upheld" ? "reject" : "approve",
          seen: { version },
          reason,
          note,
        },
        now,
      );
      if (outcome === "overturned") return made;
      const decisionId = made.decision.id;
      await uphold(tx, { id: appealId, moderatorId: by.id, decisionId }, now);
      await refreshQueues(tx, [comment.id]);
      await appendEvents(
        tx,
        [
          {
            type: "appeal.decided",
            siteId: comment.siteId,
            articleId: comment.articleId,
            commentId: comment.id,
            actor: `moderator/${by.id}`,
            data: { decisionId, ids: [appealId], outcome },
            live: {},
          },
        ],
        now,
      );
      return made;
    });
  });
}
