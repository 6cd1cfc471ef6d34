import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { assertSeesReader } from "../readers/visible.ts";
import type { Sanction } from "./contract.ts";
import { findSanction, lockSanction, type SanctionRow, saveLift } from "./store.ts";
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
    await lift(tx, by, sanction, input.reason || null, now);
    return sanctionView((await findSanction(tx, sanction.id)) as SanctionRow, now);
  });
}

/** Lifts a sanction that is in force, in the caller's transaction. `undoOf`: because the decision that it was made with is taken back. */
export async function lift(
  tx: Tx,
  by: Pick<SignedIn, "id">,
  sanction: SanctionRow,
  reason: string | null,
  now: Date,
  undoOf?: string,
): Promise<void> {
  await saveLift(tx, { id: sanction.id, by: by.id, reason, now });
  await appendEvents(
    tx,
    [sanctionEvent("sanction.lifted", sanction, `moderator/${by.id}`, undoOf ? { undoOf } : {})],
    now,
  );
}
