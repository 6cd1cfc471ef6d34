import type { Queryable } from "../db/pool.ts";
import type { Status } from "./contract.ts";

/** A comment with what its author and its readers may see of it. */
export interface CommentRow {
  id: string;
  siteId: string;
  articleId: string;
  readerId: string;
  readerName: string;
  parentId: string | null;
  depth: number;
  text: string;
  html: string;
  status: Status;
  version: number;
  revision: number;
  createdAt: Date;
  editedAt: Date | null;
  /** Why it is refused, when it is: the words of the latest refusal that stands. */
  reason: string | null;
  /** When it was refused, when it is. */
  refusedAt: Date | null;
  /** Moderators have put it on top of its thread. */
  featured: boolean;
  /** Its author's appeal: against the refusal that stands, or the one by which it is public. */
  appeal: { createdAt: string; outcome: "upheld" | "overturned" | null } | null;
}

export async function findComment(db: Queryable, siteId: string, id: string): Promise<CommentRow | null> {
  const { rows } = await db.query<CommentRow>({
    name: "find-comment",
    text: `select c.id, c.site_id as "siteId", c.article_id as "articleId", c.reader_id as "readerId", r.name as "readerName",
        c.parent_id as "parentId", c.depth, c.text, c.html, c.status, c.version, c.revision,
        c.created_at as "createdAt", c.edited_at as "editedAt", exists (select from features f where f.comment_id = c.id) as featured,
        x.reason, x.created_at as "refusedAt", y.appeal
      from comments c join readers r on r.id = c.reader_id
      left join lateral (select d.reason, d.created_at from decisions d
        where c.status = 'rejected' and d.comment_id = c.id and d.action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
        order by d.version desc limit 1) x on true
      left join lateral (select json_build_object('createdAt', created_at, 'outcome', outcome) as appeal from appeals
        where comment_id = c.id and (c.status = 'rejected' and outcome is distinct from 'overturned' or c.status = 'approved' and outcome = 'overturned')
        order by created_at desc limit 1) y on true
      where c.site_id = $1 and c.id = $2`,
    values: [siteId, id],
  });
  return rows[0] ?? null;
}

/** Whether anything but waiting has become of the comment. */
export async function isDecided(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.query(`select from comments where id = $1 and status <> 'pending'`, [id]);
  return rows.length > 0;
}

export async function countReplies(db: Queryable, id: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from comments where parent_id = $1 and status = 'approved'`,
    [id],
  );
  return (rows[0] as { n: number }).n;
}

/** Keeps the old text and writes the new one; the caller has moved the status through decide(). */
export async function reviseText(
  tx: Queryable,
  change: { id: string; text: string; html: string; now: Date },
): Promise<void> {
  await tx.query(
    `with old as (
       insert into revisions (comment_id, revision, text, created_at)
       select id, revision, text, coalesce(edited_at, created_at) from comments where id = $1
     )
     update comments set text = $2, html = $3, edited_at = $4, revision = revision + 1 where id = $1`,
    [change.id, change.text, change.html, change.now],
  );
}
