import { fromCursor, toCursor } from "../cursor.ts";
import { type Db, inSnapshot } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { maySee, type SignedIn } from "../moderators/access.ts";
import { scopeOf } from "../sites/visible.ts";
import { reviewsOf } from "./complete.ts";
import type { Queue, QueueCounts, QueueFilters, Review } from "./contract.ts";
import { countQueues } from "./count.ts";
import { orderOf } from "./looking.ts";
import { findReviews, type QueueRow, queuePage } from "./store.ts";

export interface QueueQuery extends QueueFilters {
  queue: Queue;
  site?: string;
  limit: number;
  after?: string;
}

/** A page of what waits for this moderator, all of it as at one moment. Throws AppError("not_found") for a site they do not moderate. */
export async function readQueue(
  db: Db,
  by: SignedIn,
  query: QueueQuery,
  now = new Date(),
): Promise<{ items: Review[]; next: string | null; counts: QueueCounts }> {
  const scope = await scopeOf(db, by, query.site);
  const { kinds } = orderOf(query);
  const after = query.after ? fromCursor(query.after, kinds) : null;
  const looking = { scope, by, queue: query.queue, filters: query };
  return inSnapshot(db, async (tx) => {
    const [rows, counts] = await Promise.all([
      queuePage(tx, looking, { after, limit: query.limit + 1 }),
      countQueues(tx, by, scope),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    const ids = shown.map(({ id }) => id);
    const reviews = await reviewsOf(tx, by, ids, { queue: query.queue, now });
    return {
      // It may wait elsewhere for longer.
      items: reviews.map((review, i) => ({ ...review, queuedAt: shown[i]?.since.toISOString() ?? null })),
      next: last ? toCursor(...keysOf(last, query.sort)) : null,
      counts,
    };
  });
}

function keysOf({ key, since, id }: QueueRow, sort: QueueFilters["sort"]): (string | number)[] {
  if (sort === "reports") return [Number(key), since.toISOString(), id];
  return [sort === "score" ? Number(key) : since.toISOString(), id];
}

/** One comment in any status, as the desk shows it, all of it as at one moment. Throws AppError("not_found"). */
export function readReview(
  db: Db,
  by: SignedIn,
  id: string,
  look: { queue?: Queue; now?: Date } = {},
): Promise<Review> {
  return inSnapshot(db, async (tx) => {
    const row = (await findReviews(tx, [id])).get(id);
    if (!row || !maySee(by, { siteId: row.siteId, section: row.articleSection }))
      throw new AppError("not_found", "There is no such comment.");
    return (await reviewsOf(tx, by, [id], look))[0] as Review;
  });
}
