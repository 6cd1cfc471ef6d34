import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import { lift } from "../sanctions/lift.ts";
import { sanctionOfDecision } from "../sanctions/store.ts";
import { isInForce } from "../sanctions/view.ts";
import { decisionsBeside, type Undoable } from "./beside-store.ts";
import { UNDO_FREELY_SECONDS } from "./contract.ts";
import type { Verdict } from "./decide.ts";
import { decideBeside } from "./decide-beside.ts";
import { type Decided, decideOne, once, sanctionWith } from "./decide-comment.ts";
import { type DecisionRow, findDecision, lockComments } from "./store.ts";
import { whoDecided } from "./view.ts";

/**
 * Takes a decision back while it is the comment's latest: status and place in the queue are as before it, the sanction made with it is lifted, what
 * was decided beside it taken back where nobody has decided since, and the log has all of it. Throws AppError:
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
    assertMaySee(by, decision.siteId, "There is no such decision.");
    const beside = await decisionsBeside(tx, decisionId);
    const ids = beside.map((one) => one.commentId);
    const comment = (await lockComments(tx, [decision.commentId, ...ids])).get(decision.commentId);
    if (!comment) throw new AppError("not_found", "There is no such decision.");
    return once(tx, by, comment, { key, asked: ["undo", decisionId, reason] }, async () => {
      if (decision.action === "undo" || decision.actor === "reader") {
        throw new AppError(
          "conflict",
          "Only what a rule or a moderator decided can be undone. Decide the comment again instead.",
        );
      }
      // What is no longer the latest is refused for that, whatever the reason.
      if (!reason && decision.version === comment.version) assertFree(decision, by, now);
      const undo = ({ id, commentId, version, statusBefore, queuedAtBefore }: Undoable): Verdict => ({
        commentId,
        actor: { kind: "moderator", id: by.id },
        action: "undo",
        seen: { version },
        note: reason,
        undo: { decisionId: id, statusBefore, queuedAtBefore },
      });
      const undone = await decideOne(tx, by, undo(decision), now);
      const sanction = await sanctionOfDecision(tx, decisionId);
      if (sanction && isInForce(sanction, now)) await lift(tx, by, sanction, reason, now, decisionId);
      undone.decision.sanction = sanction && (await sanctionWith(tx, undone.decision, now));
      if (beside.length > 0) {
        const at = { decisionId: undone.decision.id, left: 0 };
        const { others, articleIds } = await decideBeside(tx, at, beside.map(undo), now);
        undone.decision.others = others;
        undone.articleIds.push(...articleIds);
      }
      return undone;
    });
  });
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
