import { LEASE_SECONDS } from "../claims/contract.ts";
import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { tellLive } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { Present } from "./contract.ts";
import { deletePresence, findPresent, mayRead, savePresence, takeExpired } from "./store.ts";

/**
 * A moderator's tab says that it is looked at, and what is read there; it lasts as long as a claim. It is told to open desks and kept in no log: what
 * people read is nobody's record. Throws AppError("not_found") for a comment that they may not see.
 */
export function attend(
  db: Db,
  by: SignedIn,
  { tab, commentId }: { tab: string; commentId: string | null },
  now = new Date(),
): Promise<Present[]> {
  return inTransaction(db, async (tx) => {
    if (commentId && !(await mayRead(tx, by, commentId)))
      throw new AppError("not_found", "There is no such comment.");
    const expiresAt = new Date(now.getTime() + LEASE_SECONDS * 1_000);
    const row = { sessionId: by.sessionId, tab, commentId, expiresAt, now };
    if (await savePresence(tx, row)) await tellLive(tx, { type: "presence.changed" }, now);
    return findPresent(tx, by, now);
  });
}

/** A tab is closed or left. Nothing happens where it said nothing. */
export async function leave(db: Db, by: SignedIn, tab: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (await deletePresence(tx, by.sessionId, tab)) await tellLive(tx, { type: "presence.changed" });
  });
}

/** Ends what tabs said that have been silent since, and tells open desks. Answers how many. */
export function expirePresence(db: Db, now = new Date(), limit = 500): Promise<number> {
  return inTransaction(db, async (tx) => {
    const ended = await takeExpired(tx, now, limit);
    if (ended > 0) await tellLive(tx, { type: "presence.changed" }, now);
    return ended;
  });
}
