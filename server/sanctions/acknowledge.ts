import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SiteRow } from "../sites/store.ts";
import { findSanction, saveAcknowledgement } from "./store.ts";
import { sanctionEvent } from "./view.ts";

/** A warned reader has read the warning; saying so twice is no error. Throws AppError: unauthenticated, not_found. */
export async function acknowledgeWarning(
  db: Db,
  input: { site: SiteRow; id: string; readerId: string | null },
  now = new Date(),
): Promise<void> {
  const { site, id, readerId } = input;
  if (!readerId) throw new AppError("unauthenticated", "Send your token as `Authorization: Bearer …`.");
  await inTransaction(db, async (tx) => {
    const warning = await findSanction(tx, id);
    if (warning?.readerId !== readerId || warning.siteId !== site.id || warning.kind !== "warn")
      throw new AppError("not_found", "There is no such warning.");
    if (!(await saveAcknowledgement(tx, { id, readerId, now }))) return;
    await appendEvents(tx, [sanctionEvent("warning.acknowledged", warning, `reader/${readerId}`)], now);
  });
}
