import { someoneElse } from "../claims/claim.ts";
import { activeClaims, deleteClaims } from "../claims/store.ts";
import { type Db, inTransaction } from "../db/pool.ts";
import { type Locked, lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import type { Escalation } from "./contract.ts";
import { keep, onceEscalated } from "./keep.ts";
import { insertEscalation } from "./store.ts";

export interface ToEscalate {
  commentId: string;
  version: number;
  note: string;
  takeOver?: boolean;
  key?: string;
}

/**
 * A moderator hands a held or reported comment to the site's owners. Throws AppError: not_found; conflict when it has moved on, waits in neither queue or
 * for an owner already; claimed while another is on it; unprocessable when the key was used for something else.
 */
export function escalateComment(
  db: Db,
  by: SignedIn,
  asked: ToEscalate,
  now = new Date(),
): Promise<Escalation> {
  const { commentId, version, note, takeOver, key } = asked;
  return inTransaction(db, async (tx) => {
    const comment = (await lockComments(tx, [commentId])).get(commentId);
    if (!comment) throw new AppError("not_found", "There is no such comment.");
    assertMaySee(by, comment, "There is no such comment.");
    return onceEscalated(
      tx,
      by,
      comment,
      { key, asked: ["escalate", commentId, version, note] },
      async () => {
        assertWaits(comment, version);
        const claim = (await activeClaims(tx, [commentId], now)).get(commentId);
        if (claim && claim.moderatorId !== by.id && !takeOver) throw someoneElse(claim);
        const escalation = { id: newId(), commentId, siteId: comment.siteId, moderatorId: by.id, note };
        if (!(await insertEscalation(tx, escalation, now)))
          throw new AppError("conflict", "This comment waits for an owner already.");
        await deleteClaims(tx, [commentId]);
        return keep(tx, by, comment, { type: "escalation.made", id: escalation.id }, now);
      },
    );
  });
}

function assertWaits(comment: Locked, version: number): void {
  if (comment.version !== version)
    throw new AppError(
      "conflict",
      "This comment has changed since you saw it. Look again before you decide.",
    );
  if (comment.status !== "held" && comment.status !== "approved")
    throw new AppError("conflict", "Only what is held or public can be handed to an owner.");
}
