import type { Status } from "../server/comments/contract.ts";
import type { Queryable } from "../server/db/pool.ts";

/** What the pipeline reads of a comment that it judges. */
export interface JudgedComment {
  id: string;
  siteId: string;
  readerId: string;
  text: string;
  status: Status;
  version: number;
  revision: number;
  depth: number;
  createdAt: Date;
  articleId: string;
  articleSection: string | null;
  articleCreatedAt: Date;
  articleModeration: "post" | "pre" | null;
  /** Whether a person's latest word on it was that a person must look; an edit by its author does not change that. */
  heldByPerson: boolean;
}

/** What is judged, of `comments c` with their articles `a`. */
export const JUDGED = `c.id, c.site_id as "siteId", c.reader_id as "readerId", c.text, c.status, c.version, c.revision, c.depth, c.created_at as "createdAt",
  a.id as "articleId", a.section as "articleSection", a.created_at as "articleCreatedAt", a.moderation as "articleModeration",
  coalesce((select d.status = 'held' from decisions d where d.comment_id = c.id and d.actor = 'moderator' order by d.version desc limit 1), false) as "heldByPerson"`;
const SELECT = `select ${JUDGED}
  from comments c join articles a on a.id = c.article_id`;

/** Those of these comments that are still pending. */
export async function findPending(db: Queryable, ids: string[]): Promise<JudgedComment[]> {
  const { rows } = await db.query<JudgedComment>({
    name: "find-pending",
    text: `${SELECT} where c.id = any($1) and c.status = 'pending'`,
    values: [ids],
  });
  return rows;
}

/** These comments as they are now. */
export async function findToRescore(db: Queryable, ids: string[]): Promise<JudgedComment[]> {
  const { rows } = await db.query<JudgedComment>({
    name: "find-to-rescore",
    text: `${SELECT} where c.id = any($1) order by c.id`,
    values: [ids],
  });
  return rows;
}

/** Comments that have been pending for so long that their job must have been lost, oldest first. */
export async function findForgotten(
  db: Queryable,
  olderThanSeconds: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from comments where status = 'pending' and coalesce(edited_at, created_at) < now() - make_interval(secs => $1)
     order by created_at limit $2`,
    [olderThanSeconds, limit],
  );
  return rows.map((row) => row.id);
}
