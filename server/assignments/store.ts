import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { articlesInScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import type { Assignee } from "./contract.ts";

/** Who may see `articles a`: owners, and those of its site or of the section it is in now who can still sign in. An assignment of anybody else is as if it were not there. */
const MODERATES = `m.deactivated_at is null and (m.role = 'owner'
  or exists (select from moderator_sites ms where ms.moderator_id = m.id and ms.site_id = a.site_id)
  or exists (select from moderator_sections ms where ms.moderator_id = m.id and ms.site_id = a.site_id and ms.section = a.section))`;

/** `articles a` with whom it is assigned to, as JSON, by name. */
export const ASSIGNED = `(select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name, m.id), '[]')
  from assignments g join moderators m on m.id = g.moderator_id where g.article_id = a.id and ${MODERATES})`;

/** Whom an article is assigned to; null where the site has no such article that may be seen. */
export async function assignedTo(
  db: Queryable,
  of: { siteId: string; articleId: string; scope: Scope },
): Promise<Assignee[] | null> {
  const values: unknown[] = [of.siteId, of.articleId];
  const seen = ["true", ...articlesInScope(of.scope, "a", placesIn(values))].join(" and ");
  const { rows } = await db.query<{ assigned: Assignee[] }>(
    `select ${ASSIGNED} as assigned from articles a where a.site_id = $1 and a.id = $2 and ${seen}`,
    values,
  );
  return rows[0]?.assigned ?? null;
}

/** Who may see an article, by name; only `moderatorId` where it is given. */
export async function whoModerates(
  db: Queryable,
  articleId: string,
  moderatorId: string | null,
  limit: number,
): Promise<Assignee[]> {
  const { rows } = await db.query<Assignee>(
    `select m.id, m.name from articles a, moderators m where a.id = $1 and ($2::uuid is null or m.id = $2) and ${MODERATES}
     order by m.name, m.id limit $3`,
    [articleId, moderatorId, limit],
  );
  return rows;
}

/** Keeps an article as it is until the transaction ends: who assigns it waits. */
export async function lockArticle(tx: Queryable, siteId: string, articleId: string): Promise<void> {
  await tx.query(`select from articles where site_id = $1 and id = $2 for no key update`, [
    siteId,
    articleId,
  ]);
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
