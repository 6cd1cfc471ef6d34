import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { articlesInScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";

export interface ArticleRow {
  id: string;
  url: string;
  title: string | null;
  section: string | null;
  moderation: "post" | "pre" | null;
  createdAt: Date;
}

const COLUMNS = `id, url, title, section, moderation, created_at as "createdAt"`;

/** A site's articles that may be seen, newest first, before the given place. */
export async function findArticles(
  db: Queryable,
  query: { siteId: string; scope: Scope; before: { createdAt: string; id: string } | null; limit: number },
): Promise<ArticleRow[]> {
  const values: unknown[] = [
    query.siteId,
    query.before?.createdAt ?? null,
    query.before?.id ?? null,
    query.limit,
  ];
  const seen = ["true", ...articlesInScope(query.scope, "a", placesIn(values))].join(" and ");
  const { rows } = await db.query<ArticleRow>(
    `select ${COLUMNS} from articles a
     where site_id = $1 and ($2::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($2, $3::uuid)) and ${seen}
     order by date_trunc('milliseconds', created_at) desc, id desc limit $4`,
    values,
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

/** The article as it is then; null where the site has none of that id that may be seen. */
export async function setModeration(
  tx: Queryable,
  change: { siteId: string; scope: Scope; id: string; moderation: "post" | "pre" | null },
): Promise<ArticleRow | null> {
  const values: unknown[] = [change.siteId, change.id, change.moderation];
  const seen = ["true", ...articlesInScope(change.scope, "a", placesIn(values))].join(" and ");
  const { rows } = await tx.query<ArticleRow>(
    `update articles a set moderation = $3 where site_id = $1 and id = $2 and ${seen} returning ${COLUMNS}`,
    values,
  );
  return rows[0] ?? null;
}
