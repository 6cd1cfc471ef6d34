import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { type Locked, lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { insertJudgement } from "../judgements/store.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import { type AppealRow, findAppeal } from "./store.ts";

/**
 * A moderator says what they would do with the comment, before they see what was done. Throws AppError: not_found; forbidden for the one whose
 * decision is contested; conflict when the appeal is decided or they have judged it.
 */
export function judgeAppeal(
  db: Db,
  by: SignedIn,
  asked: { appealId: string; verdict: "approve" | "reject" },
  now = new Date(),
): Promise<{ appealId: string; verdict: "approve" | "reject" }> {
  return inTransaction(db, async (tx) => {
    const { appeal, comment } = await lockAppeal(tx, by, asked.appealId);
    if (appeal.outcome) throw new AppError("conflict", "This appeal has been decided meanwhile.");
    const kept = await insertJudgement(
      tx,
      {
        id: newId(),
        commentId: comment.id,
        revision: comment.revision,
        siteId: comment.siteId,
        appealId: appeal.id,
        moderatorId: by.id,
        verdict: asked.verdict,
        reason: null,
      },
      now,
    );
    if (!kept) throw new AppError("conflict", "You have given your first judgement; the decision is shown.");
    await appendEvents(
      tx,
      [
        {
          type: "appeal.judged",
          siteId: comment.siteId,
          articleId: comment.articleId,
          commentId: comment.id,
          actor: `moderator/${by.id}`,
          data: { appealId: appeal.id, verdict: asked.verdict },
          live: null,
        },
      ],
      now,
    );
    return asked;
  });
}

/** The appeal with its comment locked, for a moderator who may decide it. Throws AppError: not_found, forbidden. */
export async function lockAppeal(
  tx: Tx,
  by: SignedIn,
  appealId: string,
): Promise<{ appeal: AppealRow; comment: Locked }> {
  const missing = "There is no such appeal.";
  const found = await findAppeal(tx, appealId);
  if (!found) throw new AppError("not_found", missing);
  const comment = (await lockComments(tx, [found.commentId])).get(found.commentId);
  // Again, now that nobody else can decide it.
  const appeal = await findAppeal(tx, appealId);
  if (!comment || !appeal) throw new AppError("not_found", missing);
  assertMaySee(by, comment, missing);
  if (appeal.contestedBy === by.id)
    throw new AppError("forbidden", "You decided this comment; its appeal is for another moderator.");
  return { appeal, comment };
}
