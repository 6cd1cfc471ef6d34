import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { assertSeesReader } from "../readers/visible.ts";
import type { Sanction } from "./contract.ts";
import { findSanction, lockSanction, type SanctionRow, saveLifts } from "./store.ts";
import { isInForce, sanctionEvent, sanctionView } from "./view.ts";

/** A moderator lifts a sanction; lifting it twice is no error. Throws AppError: not_found; conflict when it has ended by itself or was read. */
export function liftSanction(
  db: Db,
  by: SignedIn,
  input: { id: string; reason?: string | null },
  now = new Date(),
): Promise<Sanction> {
  return inTransaction(db, async (tx) => {
    const sanction = await lockSanction(tx, input.id);
    if (!sanction) throw new AppError("not_found", "There is no such sanction.");
    await assertSeesReader(tx, by, sanction, "There is no such sanction.");
    if (sanction.liftedAt) return sanctionView(sanction, now);
    if (!isInForce(sanction, now))
      throw new AppError("conflict", "It is over already, so there is nothing to lift.");
    await lift(tx, by, [sanction], { reason: input.reason || null }, now);
    return sanctionView((await findSanction(tx, sanction.id)) as SanctionRow, now);
  });
}

/** Lifts those of these sanctions that are in force, in the caller's transaction. `undoing`: because the decisions that they were made with are taken back. */
export async function lift(
  tx: Tx,
  by: Pick<SignedIn, "id">,
  sanctions: SanctionRow[],
  { reason, undoing = false }: { reason: string | null; undoing?: boolean },
  now: Date,
): Promise<void> {
  const inForce = sanctions.filter((sanction) => isInForce(sanction, now));
  const lifted = await saveLifts(
    tx,
    inForce.map(({ id }) => id),
    { by: by.id, reason, now },
  );
  await appendEvents(
    tx,
    inForce
      .filter(({ id }) => lifted.has(id))
      .map((one) =>
        sanctionEvent(
          "sanction.lifted",
          one,
          `moderator/${by.id}`,
          undoing ? { undoOf: one.decisionId } : {},
        ),
      ),
    now,
  );
}
