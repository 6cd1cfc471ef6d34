import { type Db, inTransaction } from "../db/pool.ts";
import { lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { refreshQueues } from "../queues/refresh.ts";
import type { SiteRow } from "../sites/store.ts";
import { appealableUntil } from "./appealable.ts";
import { APPEAL_MONTHS } from "./contract.ts";
import { type AppealRow, insertAppeal, standingRefusal } from "./store.ts";

/**
 * An author contests that a comment was not published: once, within six months of the decision. Throws AppError: unauthenticated (no token), not_found
 * (no comment of theirs), conflict (it is not refused, the time is over, or they have appealed before).
 */
export async function makeAppeal(
  db: Db,
  asked: { site: SiteRow; commentId: string; readerId: string | null; text: string },
  now = new Date(),
): Promise<AppealRow> {
  const { site, commentId, readerId, text } = asked;
  if (!readerId)
    throw new AppError(
      "unauthenticated",
      "Send the token that came with the comment as `Authorization: Bearer …`.",
    );
  return inTransaction(db, async (tx) => {
    const comment = (await lockComments(tx, [commentId])).get(commentId);
    if (comment?.siteId !== site.id || comment.readerId !== readerId)
      throw new AppError("not_found", "There is no such comment of yours. Use the token that came with it.");
    const refusal = comment.status === "rejected" ? await standingRefusal(tx, commentId) : null;
    if (!refusal) throw new AppError("conflict", "Only a comment that was not published can be appealed.");
    if (now > appealableUntil(refusal.createdAt))
      throw new AppError("conflict", `Appeals are taken for ${APPEAL_MONTHS} months after a decision.`);
    const appeal = await insertAppeal(
      tx,
      {
        id: newId(),
        commentId,
        siteId: site.id,
        readerId,
        contestedId: refusal.id,
        contestedBy: refusal.moderatorId,
        text,
      },
      now,
    );
    if (!appeal) throw new AppError("conflict", "You have appealed already. A comment can be appealed once.");
    await refreshQueues(tx, [commentId]);
    await appendEvents(
      tx,
      [
        {
          type: "appeal.made",
          siteId: site.id,
          articleId: comment.articleId,
          commentId,
          actor: `reader/${readerId}`,
          data: { appealId: appeal.id, decisionId: refusal.id },
          live: {},
        },
      ],
      now,
    );
    return appeal;
  });
}
