import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { QueueCounts } from "./contract.ts";

export interface ReviewRow {
  id: string;
  version: number;
  revision: number;
  status: Status;
  siteSlug: string;
  siteName: string;
  articleId: string;
  articleUrl: string;
  articleTitle: string | null;
  articleSection: string | null;
  parentId: string | null;
  parentReader: string | null;
  parentText: string | null;
  parentStatus: Status | null;
  readerId: string;
  text: string;
  html: string;
  language: string | null;
  createdAt: Date;
  editedAt: Date | null;
  queuedAt: Date | null;
  topScore: number;
}

const TOP_SCORE = `coalesce((select max(value::numeric) from current_scores s, jsonb_each_text(s.scores) where s.comment_id = c.id and s.revision = c.revision), 0)::float8`;

const SELECT = `select c.id, c.version, c.revision, c.status, s.slug as "siteSlug", s.name as "siteName",
    a.id as "articleId", a.url as "articleUrl", a.title as "articleTitle", a.section as "articleSection",
    p.id as "parentId", pr.name as "parentReader", p.text as "parentText", p.status as "parentStatus",
    c.reader_id as "readerId", c.text, c.html, c.language, c.created_at as "createdAt", c.edited_at as "editedAt", c.queued_at as "queuedAt", c."topScore"
  from c join sites s on s.id = c.site_id join articles a on a.id = c.article_id
  left join comments p on p.id = c.parent_id left join readers pr on pr.id = p.reader_id`;

export type QueueSort = "oldest" | "newest" | "score";

/** queued_at is written to the millisecond, so a cursor can carry it whole. */
const ORDERS: Record<QueueSort, { beyond: string; order: string }> = {
  oldest: { beyond: `(c.queued_at, c.id) > ($2::timestamptz, $3::uuid)`, order: `c.queued_at, c.id` },
  newest: {
    beyond: `(c.queued_at, c.id) < ($2::timestamptz, $3::uuid)`,
    order: `c.queued_at desc, c.id desc`,
  },
  score: { beyond: `(c."topScore", c.id) < ($2::float8, $3::uuid)`, order: `c."topScore" desc, c.id desc` },
};

/** Comments that wait for a person. `siteIds` null: of every site. */
export async function heldPage(
  db: Queryable,
  query: { siteIds: string[] | null; sort: QueueSort; after: string[] | null; limit: number },
): Promise<ReviewRow[]> {
  const { beyond, order } = ORDERS[query.sort];
  const kind = query.sort === "score" ? "float8" : "timestamptz";
  const score = query.sort === "score" ? TOP_SCORE : "0::float8";
  const { rows } = await db.query<ReviewRow>({
    text: `with c as (
        select * from (select c.*, ${score} as "topScore" from comments c where c.status = 'held' and ($1::uuid[] is null or c.site_id = any($1))) c
        where ($2::${kind} is null or ${beyond}) order by ${order} limit $4
      ) ${SELECT} order by ${order}`,
    values: [query.siteIds, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit],
  });
  return rows;
}

/** The first in this order that nobody is on, none of whose author has this e-mail, locked; comments that others are at this moment are passed over. */
export async function pickUnclaimed(
  tx: Queryable,
  query: { siteIds: string[] | null; sort: QueueSort; email: string; now: Date },
): Promise<{ id: string; siteId: string } | null> {
  const order = ORDERS[query.sort].order.replace(`c."topScore"`, TOP_SCORE);
  const { rows } = await tx.query<{ id: string; siteId: string }>(
    `select c.id, c.site_id as "siteId" from comments c
      where c.status = 'held' and ($1::uuid[] is null or c.site_id = any($1))
        and not exists (select from claims k where k.comment_id = c.id and k.expires_at > $2)
        and not exists (select from readers r where r.id = c.reader_id and lower(r.email) = lower($3))
      order by ${order} limit 1 for no key update of c skip locked`,
    [query.siteIds, query.now, query.email],
  );
  return rows[0] ?? null;
}

export async function findReview(
  db: Queryable,
  id: string,
  siteIds: string[] | null,
): Promise<ReviewRow | null> {
  const { rows } = await db.query<ReviewRow>(
    `with c as (select c.*, 0::float8 as "topScore" from comments c where c.id = $1 and ($2::uuid[] is null or c.site_id = any($2))) ${SELECT}`,
    [id, siteIds],
  );
  return rows[0] ?? null;
}

/** How many wait, counted from the comments themselves. Reports, appeals and samples have no entries yet, so their queues are empty. */
export async function countQueues(db: Queryable, siteIds: string[] | null): Promise<QueueCounts> {
  const { rows } = await db.query<{ held: number }>({
    name: "count-held",
    text: `select count(*)::int as held from comments where status = 'held' and ($1::uuid[] is null or site_id = any($1))`,
    values: [siteIds],
  });
  return { held: rows[0]?.held ?? 0, reported: 0, appealed: 0, sample: 0 };
}
