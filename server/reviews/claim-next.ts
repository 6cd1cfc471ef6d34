import { takeClaim } from "../claims/claim.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { scopeOf } from "../sites/visible.ts";
import type { Queue, QueueFilters, Review } from "./contract.ts";
import type { Looking } from "./looking.ts";
import { readReview } from "./queue.ts";
import { pickUnclaimed, stillWaits } from "./store.ts";

/**
 * Claims the next waiting comment that nobody is on and that the moderator has not written; null when there is none. Two who ask at the same
 * moment are given different ones. Throws AppError: not_found for a site they do not moderate; conflict when they are on too many.
 */
export async function claimNext(
  db: Db,
  by: SignedIn,
  query: QueueFilters & { queue: Queue; site?: string },
  now = new Date(),
): Promise<Review | null> {
  const scope = await scopeOf(db, by, query.site);
  const { queue } = query;
  for (;;) {
    const looking = { scope, by, queue, filters: query };
    const tried = await inTransaction(db, (tx) => tryNext(tx, by, looking, now));
    if (tried !== "lost") return tried && readReview(db, by, tried.commentId, { queue, now });
  }
}

/** One try. `lost`: it was decided or claimed between the look and the lock, so there is one fewer to try for. */
async function tryNext(
  tx: Tx,
  by: SignedIn,
  looking: Looking,
  now: Date,
): Promise<{ commentId: string } | "lost" | null> {
  const picked = await pickUnclaimed(tx, looking, { email: by.email, now });
  if (!picked) return null;
  if (!(await stillWaits(tx, picked.id, looking.queue))) return "lost";
  const taken = await takeClaim(tx, by, picked, now);
  return "heldBy" in taken ? "lost" : { commentId: picked.id };
}
