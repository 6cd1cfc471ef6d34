import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections, sitesOf } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";

export interface FeatureRow {
  commentId: string;
  moderatorId: string;
  moderatorName: string;
  createdAt: Date;
}

export async function findFeature(db: Queryable, commentId: string): Promise<FeatureRow | null> {
  const { rows } = await db.query<FeatureRow>(
    `select f.comment_id as "commentId", f.moderator_id as "moderatorId", m.name as "moderatorName", f.created_at as "createdAt"
      from features f join moderators m on m.id = f.moderator_id where f.comment_id = $1`,
    [commentId],
  );
  return rows[0] ?? null;
}

/** How many are featured under this article, which stays as it is until the transaction ends: who features there waits. */
export async function countUnderLocked(tx: Queryable, articleId: string): Promise<number> {
  await tx.query(`select from articles where id = $1 for no key update`, [articleId]);
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from features where article_id = $1`,
    [articleId],
  );
  return (rows[0] as { n: number }).n;
}

export async function insertFeature(
  tx: Queryable,
  feature: { commentId: string; siteId: string; articleId: string; moderatorId: string },
  now: Date,
): Promise<void> {
  const { commentId, siteId, articleId, moderatorId } = feature;
  await tx.query(
    `insert into features (comment_id, site_id, article_id, moderator_id, created_at) values ($1, $2, $3, $4, $5)`,
    [commentId, siteId, articleId, moderatorId, now],
  );
}

/** Takes these off the top of their threads; answers those that were there. */
export async function deleteFeatures(tx: Queryable, commentIds: string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: "delete-features",
    text: `delete from features where comment_id = any($1) returning comment_id as id`,
    values: [commentIds],
  });
  return new Set(rows.map(({ id }) => id));
}

/** A page of what is featured and may be seen, the latest first. */
export async function featuredPage(
  db: Queryable,
  scope: Scope,
  { after, limit }: { after: string[] | null; limit: number },
): Promise<{ id: string; at: Date }[]> {
  const values: unknown[] = [sitesOf(scope), after?.[0] ?? null, after?.[1] ?? null, limit];
  const seen = ["f.site_id = s.id", ...ofSections(scope, "f", placesIn(values))].join(" and ");
  const { rows } = await db.query<{ id: string; at: Date }>(
    `select f.comment_id as id, f.created_at as at from sites s cross join lateral (
       select * from features f where ${seen} and ($2::timestamptz is null or (f.created_at, f.comment_id) < ($2, $3::uuid))
       order by f.created_at desc, f.comment_id desc limit $4) f
     where $1::uuid[] is null or s.id = any($1) order by f.created_at desc, f.comment_id desc limit $4`,
    values,
  );
  return rows;
}
