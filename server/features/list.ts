import { fromCursor, toCursor } from "../cursor.ts";
import { type Db, inSnapshot } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { reviewsOf } from "../reviews/complete.ts";
import type { Review } from "../reviews/contract.ts";
import { scopeOf } from "../sites/visible.ts";
import { featuredPage } from "./store.ts";

/** A page of what is featured, the latest first. Throws AppError: not_found for a site they do not moderate; invalid for a foreign cursor. */
export async function listFeatured(
  db: Db,
  by: SignedIn,
  query: { site?: string; limit: number; after?: string },
  now = new Date(),
): Promise<{ items: Review[]; next: string | null }> {
  const { limit } = query;
  const scope = await scopeOf(db, by, query.site);
  const after = query.after ? fromCursor(query.after, ["time", "uuid"]) : null;
  return inSnapshot(db, async (tx) => {
    const page = await featuredPage(tx, scope, { after, limit: limit + 1 });
    const shown = page.slice(0, limit);
    const last = page.length > limit ? shown.at(-1) : undefined;
    return {
      items: await reviewsOf(
        tx,
        by,
        shown.map(({ id }) => id),
        { now },
      ),
      next: last ? toCursor(last.at.toISOString(), last.id) : null,
    };
  });
}
