import type { Queryable } from "../db/pool.ts";

export type Sort = "newest" | "oldest" | "top";

/** A comment of a thread as stored; `removed`: not public itself, kept as a place for its replies. */
export interface ThreadRow {
  id: string;
  parentId: string | null;
  rootId: string | null;
  depth: number;
  readerName: string;
  text: string;
  html: string;
  createdAt: Date;
  editedAt: Date | null;
  replyCount: number;
  removed: boolean;
}

const COLUMNS = `c.id, c.parent_id as "parentId", c.root_id as "rootId", c.depth, r.name as "readerName", c.text, c.html,
  c.created_at as "createdAt", c.edited_at as "editedAt", c.status <> 'approved' as removed,
  (select count(*)::int from comments a where a.parent_id = c.id and a.status = 'approved') as "replyCount"`;

export interface ThreadPlace {
  /** Only for `top`: how many replies the last item shown had. */
  replies: number | null;
  id: string;
}

/** Pages through an article's approved comments; with `rootsOnly`, through its top-level ones, keeping removed ones that have public replies. */
export async function threadPage(
  db: Queryable,
  query: { articleId: string; sort: Sort; rootsOnly: boolean; after: ThreadPlace | null; limit: number },
): Promise<ThreadRow[]> {
  const which = query.rootsOnly
    ? `c.parent_id is null and (c.status = 'approved' or exists (select from comments a where a.root_id = c.id and a.status = 'approved'))`
    : `c.status = 'approved'`;
  const [before, order] = {
    newest: [`id < $2`, `id desc`],
    oldest: [`id > $2`, `id`],
    top: [`("replyCount", id) < ($3::bigint, $2)`, `"replyCount" desc, id desc`],
  }[query.sort];
  const { rows } = await db.query<ThreadRow>(
    `select * from (
       select ${COLUMNS} from comments c join readers r on r.id = c.reader_id where c.article_id = $1 and ${which}
     ) t where ($2::uuid is null or ${before}) and ($3::bigint is null or true) order by ${order} limit $4`,
    [query.articleId, query.after?.id ?? null, query.after?.replies ?? null, query.limit],
  );
  return rows;
}

/** Everything under these top-level comments that is public or has something public below, oldest first; at most `limit`. */
export async function repliesUnder(db: Queryable, rootIds: string[], limit: number): Promise<ThreadRow[]> {
  const { rows } = await db.query<ThreadRow>(
    `select ${COLUMNS} from comments c join readers r on r.id = c.reader_id
     where c.root_id = any($1) and (c.status = 'approved' or exists (select from comments a where a.parent_id = c.id and a.status = 'approved'))
     order by c.id limit $2`,
    [rootIds, limit],
  );
  return rows;
}

/** What is featured under this article, the latest first. */
export async function featuredUnder(db: Queryable, articleId: string): Promise<ThreadRow[]> {
  const { rows } = await db.query<ThreadRow>({
    name: "featured-under",
    text: `select ${COLUMNS} from features f join comments c on c.id = f.comment_id join readers r on r.id = c.reader_id
      where f.article_id = $1 and c.status = 'approved' order by f.created_at desc, f.comment_id desc`,
    values: [articleId],
  });
  return rows;
}

export async function countApproved(db: Queryable, articleId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from comments where article_id = $1 and status = 'approved'`,
    [articleId],
  );
  return (rows[0] as { n: number }).n;
}
