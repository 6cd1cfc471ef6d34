import type { Queryable } from "../db/pool.ts";

/** What the rules have approved. */
export interface Approved {
  commentId: string;
  revision: number;
  siteId: string;
  articleId: string;
}

/** `judges`: how many moderators are to judge it, 1 or 2. */
export async function insertSamples(
  tx: Queryable,
  samples: (Approved & { judges: number })[],
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into samples (comment_id, revision, site_id, created_at, judges)
     select "commentId", revision, "siteId", $2, judges
     from json_to_recordset($1::json) as s("commentId" uuid, revision int, "siteId" uuid, judges smallint)
     on conflict do nothing`,
    [JSON.stringify(samples), now],
  );
}

/** Whether it waits in the sample for this moderator's verdict. */
export async function waitsForVerdict(
  db: Queryable,
  commentId: string,
  moderatorId: string,
): Promise<boolean> {
  const { rows } = await db.query(
    `select from queue_entries where comment_id = $1 and queue = 'sample' and moderator_id is distinct from $2::uuid`,
    [commentId, moderatorId],
  );
  return rows.length > 0;
}
