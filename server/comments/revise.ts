import { type Db, inTransaction } from "../db/pool.ts";
import { decide } from "../decisions/decide.ts";
import { AppError } from "../errors.ts";
import { readerById } from "../readers/store.ts";
import { refusalToWrite } from "../sanctions/refusal-to-write.ts";
import type { SiteRow } from "../sites/store.ts";
import { render } from "./render.ts";
import { type CommentRow, findComment, reviseText } from "./store.ts";
import { editableUntil } from "./views.ts";

interface OwnAct {
  site: SiteRow;
  id: string;
  /** Who asks, by token; null: nobody we know. */
  readerId: string | null;
}

const GONE = "There is no such comment of yours. Use the token that came with it.";

/**
 * An author rewrites a comment within the edit window. It is pending again until the rules have judged the new words; the old ones are kept.
 * Throws AppError: unauthenticated, not_found, banned, suspended or warned, conflict (too late, or refused or withdrawn already), unprocessable (too long).
 */
export async function editComment(
  db: Db,
  act: OwnAct & { text: string },
  now = new Date(),
): Promise<CommentRow> {
  const text = act.text.trim();
  const { maxLength } = act.site.settings;
  if (text.length > maxLength)
    throw new AppError(
      "unprocessable",
      `This comment has ${text.length} characters; ${act.site.name} takes ${maxLength} at most.`,
    );
  const comment = await ownComment(db, act);
  const reader = await readerById(db, comment.readerId);
  const refusal = await refusalToWrite(db, { site: act.site, reader }, now);
  if (refusal) throw refusal;
  if (now > editableUntil(comment.createdAt, act.site)) {
    throw new AppError(
      "conflict",
      "The time for edits is over. You can withdraw the comment and write another.",
    );
  }
  return changeOwn(db, act, comment, async (tx) => {
    const [outcome] = await decide(
      tx,
      [
        {
          commentId: comment.id,
          actor: { kind: "reader", id: comment.readerId },
          action: "resubmit",
          seen: { version: comment.version },
        },
      ],
      now,
    );
    if (outcome && "decided" in outcome)
      await reviseText(tx, { id: comment.id, text, html: render(text), now });
    return outcome;
  });
}

/** An author takes a comment back; it cannot return. Throws AppError: unauthenticated, not_found, conflict. */
export async function withdrawComment(db: Db, act: OwnAct): Promise<CommentRow> {
  const comment = await ownComment(db, act);
  if (comment.status === "withdrawn") return comment;
  return changeOwn(db, act, comment, async (tx) => {
    const [outcome] = await decide(tx, [
      {
        commentId: comment.id,
        actor: { kind: "reader", id: comment.readerId },
        action: "withdraw",
        seen: { version: comment.version },
      },
    ]);
    return outcome;
  });
}

async function ownComment(db: Db, act: OwnAct): Promise<CommentRow> {
  if (!act.readerId)
    throw new AppError(
      "unauthenticated",
      "Send the token that came with the comment as `Authorization: Bearer …`.",
    );
  const comment = await findComment(db, act.site.id, act.id);
  if (comment?.readerId !== act.readerId) throw new AppError("not_found", GONE);
  return comment;
}

type Change = (
  tx: Parameters<typeof decide>[0],
) => Promise<Awaited<ReturnType<typeof decide>>[number] | undefined>;

async function changeOwn(db: Db, act: OwnAct, before: CommentRow, change: Change): Promise<CommentRow> {
  await inTransaction(db, async (tx) => {
    const outcome = await change(tx);
    if (outcome && "decided" in outcome) return;
    if (outcome?.refused === "stale") {
      throw new AppError(
        "conflict",
        "The comment was decided at this very moment. Look at it again, then retry.",
      );
    }
    throw new AppError(
      "conflict",
      `A comment that is ${before.status === "rejected" ? "not published" : before.status} cannot be changed any more.`,
    );
  });
  const after = await findComment(db, act.site.id, act.id);
  if (!after) throw new AppError("not_found", GONE);
  return after;
}
