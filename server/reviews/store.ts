import type { Assignee } from "../assignments/contract.ts";
import { ASSIGNED } from "../assignments/store.ts";
import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import { sitesOf } from "../moderators/scope.ts";
import type { Queue } from "./contract.ts";
import { type Looking, matching, orderOf, placesIn } from "./looking.ts";

export interface ReviewRow {
  id: string;
  version: number;
  revision: number;
  status: Status;
  siteId: string;
  siteSlug: string;
  siteName: string;
  articleId: string;
  articleUrl: string;
  articleTitle: string | null;
  articleSection: string | null;
  articleAssigned: Assignee[];
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
  featured: { name: string; at: string } | null;
  /** The queues it waits in, whoever may see them, and whose appeal or escalation it is there. */
  entries: { queue: Queue; moderatorId: string | null }[];
}

/** What waits in a queue, since when, and the key it is sorted by. */
export interface QueueRow {
  id: string;
  since: Date;
  key: number | Date;
}

const COLUMNS = `c.id, c.version, c.revision, c.status, s.id as "siteId", s.slug as "siteSlug", s.name as "siteName",
    a.id as "articleId", a.url as "articleUrl", a.title as "articleTitle", a.section as "articleSection", ${ASSIGNED} as "articleAssigned",
    p.id as "parentId", pr.name as "parentReader", p.text as "parentText", p.status as "parentStatus",
    c.reader_id as "readerId", c.text, c.html, c.language, c.created_at as "createdAt", c.edited_at as "editedAt",
    (select json_build_object('name', m.name, 'at', f.created_at) from features f join moderators m on m.id = f.moderator_id where f.comment_id = c.id) as featured,
    (select coalesce(json_agg(json_build_object('queue', e.queue, 'moderatorId', e.moderator_id)), '[]') from queue_entries e where e.comment_id = c.id) as entries`;

const AROUND = `join sites s on s.id = c.site_id join articles a on a.id = c.article_id
  left join comments p on p.id = c.parent_id left join readers pr on pr.id = p.reader_id`;

/** A page of a queue, in its order, behind `after`. Each site's part is read in order of the index, whatever the number that waits. */
export async function queuePage(
  db: Queryable,
  looking: Looking,
  { after, limit }: { after: string[] | null; limit: number },
): Promise<QueueRow[]> {
  const { key, order, behind } = orderOf(looking.filters);
  const values: unknown[] = [sitesOf(looking.scope), limit];
  const place = placesIn(values);
  const where = [...matching(looking, place), ...(after ? [behind(after, place)] : [])].join(" and ");
  const { rows } = await db.query<QueueRow>(
    `select w.comment_id as id, w.since, ${key} as key from sites s cross join lateral (
       select * from queue_entries w where w.site_id = s.id and ${where} order by ${order} limit $2) w
     where $1::uuid[] is null or s.id = any($1) order by ${order} limit $2`,
    values,
  );
  return rows;
}

/** So many of the front are looked at for one that is free: more people than this do not ask at one moment. */
const FRONT = 100;

/**
 * The first in this order that nobody is on, none of whose author has this e-mail, locked; comments that others are at this moment are passed over.
 * The caller looks whether it still waits, now that it is locked.
 */
export async function pickUnclaimed(
  tx: Queryable,
  looking: Looking,
  { email, now }: { email: string; now: Date },
): Promise<{ id: string; siteId: string } | null> {
  const { order } = orderOf(looking.filters);
  const values: unknown[] = [sitesOf(looking.scope), now, email];
  const where = matching(looking, placesIn(values)).join(" and ");
  const { rows } = await tx.query<{ id: string; siteId: string }>(
    `with w as materialized (
       select w.* from sites s cross join lateral (
         select * from queue_entries w where w.site_id = s.id and ${where}
           and not exists (select from claims k where k.comment_id = w.comment_id and k.expires_at > $2)
           and not exists (select from comments c join readers r on r.id = c.reader_id where c.id = w.comment_id and lower(r.email) = lower($3))
         order by ${order} limit ${FRONT}) w
       where $1::uuid[] is null or s.id = any($1) order by ${order} limit ${FRONT}
     )
     select c.id, c.site_id as "siteId" from w join comments c on c.id = w.comment_id
       order by ${order} limit 1 for no key update of c skip locked`,
    values,
  );
  return rows[0] ?? null;
}

export async function stillWaits(tx: Queryable, id: string, queue: Queue): Promise<boolean> {
  const { rows } = await tx.query({
    name: "still-waits",
    text: `select from queue_entries where comment_id = $1 and queue = $2`,
    values: [id, queue],
  });
  return rows.length > 0;
}

/** These comments, whoever may see them, by id. */
export async function findReviews(db: Queryable, ids: string[]): Promise<Map<string, ReviewRow>> {
  const { rows } = await db.query<ReviewRow>({
    name: "find-reviews",
    text: `select ${COLUMNS}, coalesce((select min(since) from queue_entries e where e.comment_id = c.id), c.queued_at) as "queuedAt"
      from comments c ${AROUND} where c.id = any($1)`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}
