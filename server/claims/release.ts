import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { deleteClaims, lockClaim, takeExpired } from "./store.ts";
import { claimEvent } from "./view.ts";

/** A moderator lets go of a comment. Nothing happens where they have no claim. */
export async function releaseClaim(db: Db, by: SignedIn, commentId: string, now = new Date()): Promise<void> {
  await inTransaction(db, async (tx) => {
    const claim = await lockClaim(tx, commentId);
    if (claim?.moderatorId !== by.id) return;
    await deleteClaims(tx, [commentId]);
    await appendEvents(
      tx,
      [claimEvent(claim.expiresAt > now ? "claim.released" : "claim.expired", claim)],
      now,
    );
  });
}

/** Ends the claims whose time is over, so that every desk and the log say so. Answers how many. */
export function expireClaims(db: Db, now = new Date(), limit = 500): Promise<number> {
  return inTransaction(db, async (tx) => {
    const ended = await takeExpired(tx, now, limit);
    await appendEvents(
      tx,
      ended.map((claim) => claimEvent("claim.expired", claim)),
      now,
    );
    return ended.length;
  });
}
