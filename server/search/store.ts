import type { Queryable } from "../db/pool.ts";
import { ofSections } from "../moderators/scope.ts";
import { inTime, ofAnySection, ofComment, ofEntry, placesIn, type Searching } from "./matching.ts";

export interface Hit {
  id: string;
  postedAt: Date;
  /** How well the words fit; 0 where nobody asked. */
  rank: number;
}

/** A search by relevance looks at so many of the newest that fit, or a fifth where the others are far away: ranking reads every one of them. */
export const RANKED = 1_000;
/** Words that more comments have than this are first looked for among the newest NEAR. With a million comments a page of fifty is found there. */
const MANY = 7_000;
const NEAR = 20_000;
/** So many comments are read from the newest on in the time in which one is looked up by its words: measured with phrases among a million. */
const READ_PER_LOOKUP = 8;

export interface HitPage {
  sort: "newest" | "relevance";
  after: string[] | null;
  limit: number;
  /** Fewer do as well, where more are far away. */
  enough?: number;
}

/** The comments that fit, in this order, behind a place in it. */
export async function findHits(db: Queryable, searching: Searching, page: HitPage): Promise<Hit[]> {
  if (page.sort === "relevance") return bestHits(db, searching, page);
  const { tsquery } = searching;
  if (tsquery === null) return newestHits(db, searching, page, "");
  const hits = await estimate(db, tsquery);
  if (hits <= MANY) return newestHits(db, searching, page, "by words");
  const near = await newestHits(db, searching, page, "near");
  if (near.length >= (page.enough ?? page.limit)) return near;
  // Reading on from the newest costs a row each; looking up by words costs one a hit, somewhere on the disk. Of a word that is only in old comments there are none near.
  const toRead = (NEAR * page.limit) / Math.max(near.length, 1);
  return newestHits(db, searching, page, toRead < READ_PER_LOOKUP * hits ? "" : "by words");
}

/** The newest that fit: of all as the planner sees fit, of the nearest few alone, or of those that are first looked up by their words. */
async function newestHits(
  db: Queryable,
  searching: Searching,
  { after, limit }: HitPage,
  how: "" | "near" | "by words",
): Promise<Hit[]> {
  const values: unknown[] = [];
  const place = placesIn(values);
  const order = "e.posted_at desc, e.comment_id desc";
  const behind = after
    ? [`(e.posted_at, e.comment_id) < (${place(after[0])}::timestamptz, ${place(after[1])}::uuid)`]
    : [];
  const first = { "": ofEntry, near: inTime, "by words": ofAnySection }[how](searching, place);
  // What is behind `offset` the planner leaves together: of sections it expects fewer comments than they have.
  const end = { "": "", near: ` order by ${order} limit ${NEAR}`, "by words": " offset 0" }[how];
  const entries = `(select e.* from search_entries e${where([...first, ...behind])}${end}) e`;
  const left = {
    "": () => [],
    near: () => ofEntry(searching, place),
    "by words": () => ofSections(searching.scope, "e", place),
  }[how]();
  const comments = ofComment(searching, place);
  const join = comments.length > 0 ? " join comments c on c.id = e.comment_id" : "";
  const rest = [...left, ...comments];
  const { rows } = await db.query<Hit>(
    `select e.comment_id as id, e.posted_at as "postedAt", 0::real as rank from ${entries}${join}${where(rest)} order by ${order} limit ${limit}`,
    values,
  );
  return rows;
}

/** Of the newest that fit, those that fit best. */
async function bestHits(db: Queryable, searching: Searching, { after, limit }: HitPage): Promise<Hit[]> {
  const candidates = await findHits(db, searching, {
    sort: "newest",
    after: null,
    limit: RANKED,
    enough: RANKED / 5,
  });
  const { rows } = await db.query<Hit>(
    `select * from (
       select comment_id as id, posted_at as "postedAt", ts_rank(words, $2::tsquery, 1) as rank from search_entries where comment_id = any($1)) e
     where $3::real is null or (rank, id) < ($3, $4::uuid) order by rank desc, id desc limit $5`,
    [candidates.map(({ id }) => id), searching.tsquery, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows;
}

const where = (conditions: string[]): string =>
  conditions.length > 0 ? ` where ${conditions.join(" and ")}` : "";

/** How many comments have these words, by the statistics PostgreSQL keeps of the commonest ones. */
async function estimate(db: Queryable, tsquery: string): Promise<number> {
  const { rows } = await db.query<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    `explain (format json) select from search_entries where words @@ $1::tsquery`,
    [tsquery],
  );
  return rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
