import { type Db, inTransaction, type Queryable } from "../db/pool.ts";

/** Puts changes of one kind together, so that counting reads few rows. Only what is taken away is added up, so those who do it at once, or add changes meanwhile, lose nothing. */
export async function sumChanges(db: Queryable): Promise<void> {
  await db.query(
    `with gone as (
       delete from queue_changes where id in (
         select id from (select id, count(*) over (partition by site_id, queue, article_id, moderator_id) as alike from queue_changes) c where alike > 1)
       returning site_id, queue, article_id, moderator_id, n
     )
     insert into queue_changes (site_id, queue, article_id, moderator_id, n)
       select site_id, queue, article_id, moderator_id, sum(n) from gone group by 1, 2, 3, 4 having sum(n) <> 0`,
  );
}

/**
 * Adds the changes that are missing between the counts and the entries, and answers how many rows that took: none, unless entries were loaded past the database's
 * triggers, as by whoever restores or seeds them.
 */
export function recount(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    // Two at once would add the same. What others write meanwhile is in neither side of the statement, or in both.
    await tx.query(`select pg_advisory_xact_lock(hashtext('queue recount'))`);
    const { rowCount } = await tx.query(
      `insert into queue_changes (site_id, queue, article_id, moderator_id, n)
         select site_id, queue, article_id, moderator_id, sum(n) from (
           select site_id, queue, article_id, moderator_id, count(*) as n from queue_entries group by 1, 2, 3, 4
           union all select site_id, queue, article_id, moderator_id, -n from queue_changes) both_sides
         group by 1, 2, 3, 4 having sum(n) <> 0`,
    );
    return rowCount ?? 0;
  });
}
