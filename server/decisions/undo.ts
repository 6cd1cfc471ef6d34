import { decideBeside } from "../batches/beside.ts";
import { batchBeside, decisionsIn, type Undoable } from "../batches/beside-store.ts";
import { findBatch, lockBatch } from "../batches/store.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { assertMaySee, maySee, type SignedIn } from "../moderators/access.ts";
import { lift } from "../sanctions/lift.ts";
import { sanctionOfDecision } from "../sanctions/store.ts";
import { UNDO_FREELY_SECONDS } from "./contract.ts";
import { type Decided, decideOne, once, sanctionWith } from "./decide-comment.ts";
import { type DecisionRow, findDecision, type Locked, lockComments } from "./store.ts";
import { whoDecided } from "./view.ts";

/**
 * Takes a decision back while it is the comment's latest: status and place in the queue are as before it, the sanction made with it is lifted, what
 * was decided beside it and they may see taken back where nobody has decided since, and the log has all of it. Throws AppError:
 * not_found; conflict with `current`; reason_required when it is not the moderator's own of the last ten seconds; unprocessable when the key
 * was used for something else.
 */
export function undoDecision(
  db: Db,
  by: SignedIn,
  input: { decisionId: string; reason?: string | null; key?: string },
  now = new Date(),
): Promise<Decided> {
  const { decisionId, key } = input;
  const reason = input.reason || null;
  return inTransaction(db, async (tx) => {
    const decision = await findDecision(tx, decisionId);
    if (!decision) throw new AppError("not_found", "There is no such decision.");
    const batchId = await batchToUndo(tx, decisionId);
    const beside = batchId ? await decisionsIn(tx, batchId) : [];
    const ids = beside.map((one) => one.commentId);
    const locked = await lockComments(tx, [decision.commentId, ...ids]);
    const comment = locked.get(decision.commentId);
    if (!comment) throw new AppError("not_found", "There is no such decision.");
    assertMaySee(by, comment, "There is no such decision.");
    const visible = beside.filter((one) => maySee(by, locked.get(one.commentId) as Locked));
    return once(tx, by, comment, { key, asked: ["undo", decisionId, reason] }, async () => {
      if (decision.action === "undo" || decision.actor === "reader") {
        throw new AppError(
          "conflict",
          "Only what a rule or a moderator decided can be undone. Decide the comment again instead.",
        );
      }
      // What is no longer the latest is refused for that, whatever the reason.
      if (!reason && decision.version === comment.version) assertFree(decision, by, now);
      const undo = ({ id, commentId, version, statusBefore, queuedAtBefore }: Undoable) => ({
        commentId,
        actor: { kind: "moderator" as const, id: by.id },
        action: "undo" as const,
        seen: { version },
        note: reason,
        undo: { decisionId: id, statusBefore, queuedAtBefore },
      });
      const undone = await decideOne(tx, by, undo(decision), now);
      const sanction = await sanctionOfDecision(tx, decisionId);
      if (sanction) await lift(tx, by, [sanction], { reason, undoing: true }, now);
      undone.decision.sanction = sanction && (await sanctionWith(tx, undone.decision, now));
      if (batchId) {
        const { decision: made } = undone;
        const partly = visible.length < beside.length;
        const at = { decision: made, moderatorId: by.id, action: "undo", more: 0, undoOf: batchId } as const;
        const { others, articleIds } = await decideBeside(tx, { ...at, partly }, visible.map(undo), now);
        undone.decision.others = others;
        undone.articleIds.push(...articleIds);
      }
      return undone;
    });
  });
}

/** What was decided beside this decision and nobody has taken back, locked against another who would. */
async function batchToUndo(tx: Tx, decisionId: string): Promise<string | null> {
  const id = await batchBeside(tx, decisionId);
  if (!id) return null;
  await lockBatch(tx, id);
  return (await findBatch(tx, id))?.undoneBy ? null : id;
}

function assertFree(decision: DecisionRow, by: SignedIn, now: Date): void {
  const own = decision.moderatorId === by.id;
  const age = now.getTime() - decision.createdAt.getTime();
  if (own && age <= UNDO_FREELY_SECONDS * 1_000) return;
  throw new AppError(
    "reason_required",
    own
      ? `You decided this more than ${UNDO_FREELY_SECONDS} seconds ago. Say why you take it back.`
      : `${whoDecided(decision)} decided this. Say why you take it back.`,
  );
}
