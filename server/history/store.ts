import type { Queryable } from "../db/pool.ts";

/** What a comment says and has said, the latest first, each with when it was written. */
export async function findWordings(
  db: Queryable,
  commentId: string,
  limit: number,
): Promise<{ revision: number; text: string; createdAt: Date }[]> {
  const { rows } = await db.query<{ revision: number; text: string; createdAt: Date }>(
    `select revision, text, coalesce(edited_at, created_at) as "createdAt" from comments where id = $1
     union all
     select revision, text, created_at from revisions where comment_id = $1
     order by revision desc limit $2`,
    [commentId, limit],
  );
  return rows;
}
