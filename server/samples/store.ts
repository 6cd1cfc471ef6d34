import type { Queryable } from "../db/pool.ts";

/** What the rules have approved. */
export interface Approved {
  commentId: string;
  revision: number;
  siteId: string;
  articleId: string;
}

export async function insertSamples(tx: Queryable, samples: Approved[], now: Date): Promise<void> {
  await tx.query(
    `insert into samples (comment_id, revision, site_id, created_at)
     select "commentId", revision, "siteId", $2 from json_to_recordset($1::json) as s("commentId" uuid, revision int, "siteId" uuid)
     on conflict do nothing`,
    [JSON.stringify(samples), now],
  );
}

/** Whether this revision is in the sample. */
export async function isSample(db: Queryable, commentId: string, revision: number): Promise<boolean> {
  const { rows } = await db.query(`select from samples where comment_id = $1 and revision = $2`, [
    commentId,
    revision,
  ]);
  return rows.length > 0;
}
