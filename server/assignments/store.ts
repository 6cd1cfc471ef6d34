import type { Queryable } from "../db/pool.ts";
import type { Assignee } from "./contract.ts";

/** Owners and the site's own, those who can still sign in: an assignment of anybody else is as if it were not there. */
export const MODERATES = (siteId: string): string =>
  `m.deactivated_at is null and (m.role = 'owner' or exists (
     select from moderator_sites ms where ms.moderator_id = m.id and ms.site_id = ${siteId}))`;

/** `articles a` with whom it is assigned to, as JSON, by name. */
export const ASSIGNED = `(select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name, m.id), '[]')
  from assignments g join moderators m on m.id = g.moderator_id where g.article_id = a.id and ${MODERATES("a.site_id")})`;

/** Whom an article is assigned to; null where the site has no such article. */
export async function assignedTo(
  db: Queryable,
  siteId: string,
  articleId: string,
): Promise<Assignee[] | null> {
  const { rows } = await db.query<{ assigned: Assignee[] }>(
    `select ${ASSIGNED} as assigned from articles a where a.site_id = $1 and a.id = $2`,
    [siteId, articleId],
  );
  return rows[0]?.assigned ?? null;
}

/** Who may see a site, by name; only `moderatorId` where it is given. */
export async function whoModerates(
  db: Queryable,
  siteId: string,
  moderatorId: string | null,
  limit: number,
): Promise<Assignee[]> {
  const { rows } = await db.query<Assignee>(
    `select m.id, m.name from moderators m where ($2::uuid is null or m.id = $2) and ${MODERATES("$1")}
     order by m.name, m.id limit $3`,
    [siteId, moderatorId, limit],
  );
  return rows;
}

/** Whether the site has such an article, which stays as it is until the transaction ends: who assigns it waits. */
export async function lockArticle(tx: Queryable, siteId: string, articleId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from articles where site_id = $1 and id = $2 for no key update`,
    [siteId, articleId],
  );
  return rowCount === 1;
}

/** Whether there was none yet. */
export async function insertAssignment(
  tx: Queryable,
  row: { siteId: string; articleId: string; moderatorId: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into assignments (site_id, article_id, moderator_id) values ($1, $2, $3) on conflict do nothing`,
    [row.siteId, row.articleId, row.moderatorId],
  );
  return rowCount === 1;
}

/** Whether there was one. */
export async function deleteAssignment(
  tx: Queryable,
  row: { articleId: string; moderatorId: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from assignments where article_id = $1 and moderator_id = $2`, [
    row.articleId,
    row.moderatorId,
  ]);
  return rowCount === 1;
}
