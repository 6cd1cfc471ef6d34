import type { Queryable } from "../db/pool.ts";

export interface ArticleRow {
  id: string;
  url: string;
  title: string | null;
  section: string | null;
  moderation: "post" | "pre" | null;
  createdAt: Date;
}

const COLUMNS = `id, url, title, section, moderation, created_at as "createdAt"`;

/** A site's articles, newest first, before the given place. */
export async function findArticles(
  db: Queryable,
  query: { siteId: string; before: { createdAt: string; id: string } | null; limit: number },
): Promise<ArticleRow[]> {
  const { rows } = await db.query<ArticleRow>(
    `select ${COLUMNS} from articles
     where site_id = $1 and ($2::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($2, $3::uuid))
     order by date_trunc('milliseconds', created_at) desc, id desc limit $4`,
    [query.siteId, query.before?.createdAt ?? null, query.before?.id ?? null, query.limit],
  );
  return rows;
}

/** The sections that a site's articles are in, by name; at most `limit`. */
export async function findSections(db: Queryable, siteId: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ section: string }>(
    `select distinct section from articles where site_id = $1 and section <> '' order by section limit $2`,
    [siteId, limit],
  );
  return rows.map(({ section }) => section);
}

/** The section this article is in now, or that of this comment; null: none, or there is no such article. */
export async function sectionOf(
  db: Queryable,
  of: { articleId?: string; commentId?: string },
): Promise<string | null> {
  const { rows } = await db.query<{ section: string | null }>({
    name: "section-of",
    text: `select section from articles where id = coalesce($1::uuid, (select article_id from comments where id = $2::uuid))`,
    values: [of.articleId ?? null, of.commentId ?? null],
  });
  return rows[0]?.section ?? null;
}

export async function setModeration(
  tx: Queryable,
  change: { siteId: string; id: string; moderation: "post" | "pre" | null },
): Promise<ArticleRow | null> {
  const { rows } = await tx.query<ArticleRow>(
    `update articles set moderation = $3 where site_id = $1 and id = $2 returning ${COLUMNS}`,
    [change.siteId, change.id, change.moderation],
  );
  return rows[0] ?? null;
}
