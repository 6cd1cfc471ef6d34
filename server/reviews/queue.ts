import { activeClaims } from "../claims/store.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import type { Queryable } from "../db/pool.ts";
import { latestDecisions, latestMatches } from "../decisions/store.ts";
import { AppError } from "../errors.ts";
import type { SignedIn } from "../moderators/access.ts";
import { readerCards } from "../readers/cards.ts";
import type { ReaderCard } from "../readers/contract.ts";
import { findScores } from "../scoring/store.ts";
import { visibleSite } from "../sites/visible.ts";
import type { QueueCounts, Review } from "./contract.ts";
import { countQueues, findReview, heldPage, type QueueSort, type ReviewRow } from "./store.ts";
import { reviewView } from "./view.ts";

export interface QueueQuery {
  queue: "held" | "reported" | "appealed" | "sample";
  site?: string;
  sort: QueueSort;
  limit: number;
  after?: string;
}

/** A page of what waits for this moderator. Throws AppError("not_found") for a site they do not moderate. */
export async function readQueue(
  db: Queryable,
  by: SignedIn,
  query: QueueQuery,
  now = new Date(),
): Promise<{ items: Review[]; next: string | null; counts: QueueCounts }> {
  const siteIds = query.site ? [(await visibleSite(db, by, query.site)).id] : by.siteIds;
  const kinds = query.sort === "score" ? (["number", "uuid"] as const) : (["time", "uuid"] as const);
  const after = query.after ? fromCursor(query.after, kinds) : null;
  const [rows, counts] = await Promise.all([
    query.queue === "held" ? heldPage(db, { siteIds, sort: query.sort, after, limit: query.limit + 1 }) : [],
    countQueues(db, siteIds),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const next = last
    ? toCursor(query.sort === "score" ? last.topScore : (last.queuedAt as Date).toISOString(), last.id)
    : null;
  return { items: await completed(db, shown, now), next, counts };
}

/** One comment in any status, as the desk shows it. Throws AppError("not_found"). */
export async function readReview(db: Queryable, by: SignedIn, id: string, now = new Date()): Promise<Review> {
  const row = await findReview(db, id, by.siteIds);
  if (!row) throw new AppError("not_found", "There is no such comment.");
  return (await completed(db, [row], now))[0] as Review;
}

async function completed(db: Queryable, rows: ReviewRow[], now: Date): Promise<Review[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [readers, scores, decisions, matches, claims] = await Promise.all([
    readerCards(db, [...new Set(rows.map((row) => row.readerId))], now),
    findScores(db, ids),
    latestDecisions(db, ids),
    latestMatches(db, ids),
    activeClaims(db, ids, now),
  ]);
  return rows.map((row) =>
    reviewView(row, {
      reader: readers.get(row.readerId) as ReaderCard,
      scores: scores.filter((score) => score.commentId === row.id),
      decision: decisions.get(row.id) ?? null,
      matches: matches.get(row.id) ?? [],
      claim: claims.get(row.id) ?? null,
    }),
  );
}
