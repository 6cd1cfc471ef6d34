import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { assertSameRights } from "../moderators/rights.ts";
import { onSite } from "../moderators/scope.ts";
import { reviewsOf } from "../reviews/complete.ts";
import { partlyVisibleSite } from "../sites/visible.ts";
import type { SearchFilters } from "./contract.ts";
import { csvHead, csvLines, jsonLines } from "./export-lines.ts";
import type { Searching } from "./matching.ts";
import { withPatience } from "./patience.ts";
import { searchingFor } from "./searching.ts";
import { findHits } from "./store.ts";

const PAGE = 500;
/** Exports that one process makes at once: each keeps a page in memory and the database busy. */
const AT_ONCE = 2;
let underway = 0;

/** Milliseconds that a page of it may take: nobody waits for the next one as for a page on the screen. */
const PATIENCE = 10_000;

/** Comments as a file, and its parts as they are asked for. */
export interface Exported {
  type: string;
  name: string;
  parts: AsyncIterable<string>;
}

/**
 * Every comment that fits as this person may see it, newest first, read a page at a time while it is sent; it breaks off when their rights change. The log says who exported what before the first
 * line leaves. Throws AppError: not_found, unprocessable, too_slow; rate_limited while others export.
 */
export async function exportSearch(
  db: Db,
  by: SignedIn,
  query: SearchFilters & { format: "csv" | "jsonl" },
  now = new Date(),
): Promise<Exported> {
  const { format, ...filters } = query;
  const site = query.site ? await partlyVisibleSite(db, by, query.site) : null;
  const scope = site ? onSite(by, site.id) : by;
  const { searching } = await withPatience(db, PATIENCE, (tx) => searchingFor(tx, { scope, by, filters }));
  if (underway >= AT_ONCE)
    throw new AppError("rate_limited", "Others are exporting at the moment. Try again in a minute.", {
      retryAfter: 60,
    });
  const parts = pages(db, by, searching, format);
  // Takes its place at once, before anybody else can look whether there is one.
  await parts.next();
  const told = inTransaction(db, (tx) =>
    appendEvents(tx, [
      {
        type: "search.exported",
        ...(site && { siteId: site.id }),
        actor: `moderator/${by.id}`,
        data: { format, filters },
        live: null,
      },
    ]),
  );
  await told.catch(async (error) => {
    await parts.return(undefined);
    throw error;
  });
  return {
    type: format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8",
    name: `comments-${now.toISOString().slice(0, 10)}.${format}`,
    parts,
  };
}

/** Its first part is empty: whoever asks for that has a place among those that export, and gives it up by returning. */
async function* pages(
  db: Db,
  by: SignedIn,
  searching: Searching,
  format: "csv" | "jsonl",
): AsyncGenerator<string, void> {
  underway += 1;
  try {
    yield "";
    if (format === "csv") yield csvHead();
    let after: string[] | null = null;
    do {
      // A transaction a page: whoever reads slowly keeps nothing waiting.
      const page: { text: string; after: string[] | null } = await withPatience(db, PATIENCE, async (tx) => {
        await assertSameRights(tx, by);
        const hits = await findHits(tx, searching, { sort: "newest", after, limit: PAGE });
        const last = hits.length === PAGE ? hits.at(-1) : undefined;
        const reviews = await reviewsOf(
          tx,
          by,
          hits.map(({ id }) => id),
          { now: new Date() },
        );
        return {
          text: format === "csv" ? csvLines(reviews) : jsonLines(reviews),
          after: last ? [last.postedAt.toISOString(), last.id] : null,
        };
      });
      if (page.text) yield page.text;
      after = page.after;
    } while (after);
  } finally {
    underway -= 1;
  }
}
