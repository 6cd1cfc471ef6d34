import type { Queryable } from "../db/pool.ts";

/**
 * Writes anew in which queues these comments wait and by what they are found there, in the transaction that has changed either. The caller has locked
 * the comments, so that two who do this at once follow each other.
 */
export async function refreshQueues(tx: Queryable, commentIds: string[]): Promise<void> {
  if (commentIds.length === 0) return;
  await tx.query({
    name: "refresh-queues",
    text: `with due as materialized (select * from queue_entries_due where comment_id = any($1)),
      gone as (
        delete from queue_entries q where q.comment_id = any($1)
          and not exists (select from due d where d.comment_id = q.comment_id and d.queue = q.queue)
      )
      insert into queue_entries select * from due
      on conflict (comment_id, queue) do update set since = excluded.since, moderator_id = excluded.moderator_id, language = excluded.language,
        scores = excluded.scores, top = excluded.top, rules = excluded.rules, reasons = excluded.reasons, reports = excluded.reports`,
    values: [commentIds],
  });
}

/** Comments whose entries are not what the tables say: there are none unless somebody changed a comment past this application. At most `limit`. */
export async function findAstray(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select distinct comment_id as id from (
       (select comment_id, queue, since from queue_membership except all select comment_id, queue, since from queue_entries)
       union all
       (select comment_id, queue, since from queue_entries except all select comment_id, queue, since from queue_membership)
     ) astray limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}
