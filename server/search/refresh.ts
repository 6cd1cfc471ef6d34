import type { Queryable } from "../db/pool.ts";

/** Writes anew by what these comments are found, in the transaction that has changed their text or scores under lock. */
export async function refreshSearch(tx: Queryable, commentIds: string[]): Promise<void> {
  if (commentIds.length === 0) return;
  await tx.query({
    name: "refresh-search",
    text: `insert into search_entries select * from search_entries_due where comment_id = any($1)
      on conflict (comment_id) do update set revision = excluded.revision, words = excluded.words, scores = excluded.scores,
        top = excluded.top, rules = excluded.rules`,
    values: [commentIds],
  });
}

/**
 * Judged comments that cannot be found as they are now: those from before there was a search, or put in past this application. In order of their ids, from
 * `after` on; at most `limit`.
 */
export async function findUnsearchable(
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; siteId: string; text: string }[]> {
  const { rows } = await db.query<{ id: string; siteId: string; text: string }>(
    `select c.id, c.site_id as "siteId", c.text from comments c
      where c.status <> 'pending' and ($1::uuid is null or c.id > $1)
        and not exists (select from search_entries e where e.comment_id = c.id and e.revision = c.revision)
      order by c.id limit $2`,
    [after, limit],
  );
  return rows;
}
