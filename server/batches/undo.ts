import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { UNDO_FREELY_SECONDS } from "../decisions/contract.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import { DECIDED_AT_ONCE } from "./contract.ts";
import { addUndone } from "./items-store.ts";
import type { Made } from "./make.ts";
import { runBatch } from "./run.ts";
import {
  type BatchRow,
  countTotal,
  findBatch,
  finishBatch,
  insertBatch,
  lockBatch,
  stopItems,
} from "./store.ts";

/** Whether a batch is this person's business: its maker's, and every owner's. */
export const mayOpen = (by: Pick<SignedIn, "id" | "role">, batch: BatchRow | null): batch is BatchRow =>
  batch !== null && (batch.moderatorId === by.id || by.role === "owner");

export const noSuchBatch = (): AppError => new AppError("not_found", "There is no such batch.");

/**
 * Takes a batch back by another: everything it decided that nobody has touched since is as before it. One under way is stopped first. A second request
 * answers the first one's. Throws AppError: not_found; conflict for a batch that takes one back itself, or that an owner has taken back; reason_required when it is not the moderator's
 * own of the last ten seconds.
 */
export async function undoBatch(
  db: Db,
  by: SignedIn,
  input: { batchId: string; reason?: string | null },
  now = new Date(),
): Promise<Made> {
  const { id, total } = await inTransaction(db, async (tx) => {
    await lockBatch(tx, input.batchId);
    // Read once it is locked, so that an undo that has just been made is seen.
    const batch = await findBatch(tx, input.batchId);
    if (!mayOpen(by, batch)) throw noSuchBatch();
    if (batch.action === "undo" && !batch.rule)
      throw new AppError(
        "conflict",
        "This batch took another back already. Decide the comments again instead.",
      );
    const before = batch.undoneBy ? await findBatch(tx, batch.undoneBy) : null;
    if (before && before.moderatorId !== by.id && by.role !== "owner")
      throw new AppError(
        "conflict",
        `${before.moderatorName} took these back already. Decide the comments again instead.`,
      );
    return before ?? write(tx, by, batch, input.reason || null, now);
  });
  return { id, articleIds: total <= DECIDED_AT_ONCE ? await runBatch(db, id, now) : new Set() };
}

async function write(
  tx: Tx,
  by: SignedIn,
  batch: BatchRow,
  reason: string | null,
  now: Date,
): Promise<{ id: string; total: number }> {
  if (!reason) assertFree(batch, by, now);
  if (!batch.finishedAt) {
    await stopItems(tx, batch.id);
    await finishBatch(tx, batch.id, now);
  }
  const id = newId();
  await insertBatch(tx, {
    id,
    moderatorId: by.id,
    action: "undo",
    reason: null,
    note: reason,
    undoOf: batch.id,
    key: null,
    fingerprint: "",
    beside: null,
    more: 0,
    createdAt: now,
  });
  await addUndone(tx, id, batch.id);
  const total = await countTotal(tx, id);
  const data = { batchId: id, action: "undo", total, undoOf: batch.id };
  await appendEvents(tx, [{ type: "batch.made", actor: `moderator/${by.id}`, data, live: null }], now);
  return { id, total };
}

function assertFree(batch: BatchRow, by: SignedIn, now: Date): void {
  const own = batch.moderatorId === by.id;
  const age = batch.finishedAt ? now.getTime() - batch.finishedAt.getTime() : 0;
  if (own && age <= UNDO_FREELY_SECONDS * 1_000) return;
  throw new AppError(
    "reason_required",
    own
      ? `You decided these more than ${UNDO_FREELY_SECONDS} seconds ago. Say why you take it back.`
      : `${batch.moderatorName} decided these. Say why you take it back.`,
  );
}
