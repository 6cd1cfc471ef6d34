import { deleteClaims } from "../claims/store.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { type Locked, lockComments } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import type { Escalation } from "./contract.ts";
import { keep, onceEscalated } from "./keep.ts";
import { type EscalationRow, findEscalation, saveEnd } from "./store.ts";

/**
 * An owner sends a comment back to its place in the queue it came from, with a word. Throws AppError: not_found; conflict when it waits for no owner any
 * more; unprocessable when the key was used for something else.
 */
export function sendBack(
  db: Db,
  by: SignedIn,
  asked: { id: string; note: string; key?: string },
  now = new Date(),
): Promise<Escalation> {
  const { id, note, key } = asked;
  return inTransaction(db, async (tx) => {
    const { escalation, comment } = await lockEscalation(tx, by, id);
    return onceEscalated(tx, by, comment, { key, asked: ["send-back", id, note] }, async () => {
      if (escalation.ended) throw new AppError("conflict", ENDED[escalation.ended]);
      await saveEnd(tx, id, { ended: "sent-back", endedBy: by.id, answer: note }, now);
      await deleteClaims(tx, [comment.id]);
      return keep(tx, by, comment, { type: "escalation.sent-back", id }, now);
    });
  });
}

/**
 * Takes back one's own step: the escalation while it waits, or sending it back. Throws AppError: not_found; conflict when it is another's or something
 * else has followed.
 */
export function undoEscalation(db: Db, by: SignedIn, id: string, now = new Date()): Promise<Escalation> {
  return inTransaction(db, async (tx) => {
    const { escalation, comment } = await lockEscalation(tx, by, id);
    if (escalation.ended === null && escalation.moderatorId === by.id) {
      await saveEnd(tx, id, { ended: "taken-back", endedBy: by.id, answer: null }, now);
      return keep(tx, by, comment, { type: "escalation.taken-back", id }, now);
    }
    const waits = comment.status === "held" || comment.status === "approved";
    if (escalation.ended === "sent-back" && escalation.endedBy === by.id && waits) {
      await saveEnd(tx, id, { ended: null, endedBy: null, answer: null }, now).catch(openAgain);
      return keep(tx, by, comment, { type: "escalation.made", id, undone: "sent-back" }, now);
    }
    throw new AppError(
      "conflict",
      escalation.ended ? ENDED[escalation.ended] : "Only who escalated this comment can take it back.",
    );
  });
}

const ENDED: Record<NonNullable<Escalation["ended"]>, string> = {
  decided: "An owner has decided this comment meanwhile.",
  "sent-back": "An owner has sent this comment back meanwhile.",
  "taken-back": "It was taken back meanwhile.",
};

function openAgain(error: { code?: string }): never {
  // 23505: a second open escalation.
  if (error.code === "23505") throw new AppError("conflict", "It has been escalated anew meanwhile.");
  throw error;
}

/** The escalation with its comment locked. Throws AppError("not_found"). */
async function lockEscalation(
  tx: Tx,
  by: SignedIn,
  id: string,
): Promise<{ escalation: EscalationRow; comment: Locked }> {
  const missing = "There is no such escalation.";
  const found = await findEscalation(tx, id);
  if (!found) throw new AppError("not_found", missing);
  const comment = (await lockComments(tx, [found.commentId])).get(found.commentId);
  const escalation = await findEscalation(tx, id);
  if (!comment || !escalation) throw new AppError("not_found", missing);
  assertMaySee(by, comment, missing);
  return { escalation, comment };
}
