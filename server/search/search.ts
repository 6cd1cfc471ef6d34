import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { SignedIn } from "../moderators/access.ts";
import { reviewsOf } from "../reviews/complete.ts";
import { scopeOf } from "../sites/visible.ts";
import type { Found, SearchFilters } from "./contract.ts";
import { withPatience } from "./patience.ts";
import { searchingFor } from "./searching.ts";
import { findHits } from "./store.ts";
import type { Wanted } from "./wanted.ts";
import { foundIn, marksOf } from "./words.ts";

export interface SearchQuery extends SearchFilters {
  sort: "newest" | "relevance";
  limit: number;
  after?: string;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Milliseconds that one statement of a search may take. */
const PATIENCE = 2_000;

/**
 * A page of the comments that fit, all of it as at one moment. Throws AppError: not_found for a site they do not moderate; unprocessable when nothing is asked of
 * the text that could be looked up; too_slow.
 */
export async function searchComments(
  db: Db,
  by: SignedIn,
  query: SearchQuery,
  now = new Date(),
): Promise<{ items: Found[]; next: string | null; words: Wanted["words"] }> {
  const scope = await scopeOf(db, by, query.site);
  const { sort, limit } = query;
  if (sort === "relevance" && !query.q)
    throw new AppError("unprocessable", "Only words have a relevance. Name some, or sort by `newest`.");
  const after = query.after
    ? fromCursor(query.after, sort === "newest" ? ["time", "uuid"] : ["number", "uuid"])
    : null;
  return withPatience(db, PATIENCE, async (tx) => {
    const { searching, wanted } = await searchingFor(tx, { scope, by, filters: query });
    const hits = await findHits(tx, searching, { sort, after, limit: limit + 1 });
    const shown = hits.slice(0, limit);
    const last = hits.length > limit ? shown.at(-1) : undefined;
    const items = await reviewsOf(
      tx,
      by,
      shown.map(({ id }) => id),
      { now },
    );
    return {
      items: items.map((item) => ({ ...item, marks: marksOf(item.text, wanted?.marked ?? NO_WORDS) })),
      next: last ? toCursor(sort === "newest" ? last.postedAt.toISOString() : last.rank, last.id) : null,
      // The sites' words are those of all comments: of sections, only what is shown is told.
      words:
        scope.sections.length > 0
          ? foundIn(
              items.map(({ text }) => text),
              wanted?.words ?? [],
            )
          : (wanted?.words ?? []),
    };
  });
}
