import { type Db, inTransaction, type Queryable } from "../db/pool.ts";

/** Puts changes of one reader together, so that counting reads few rows. Only what is taken away is added up, so those who do it at once, or add changes meanwhile, lose nothing. */
export async function sumReaderChanges(db: Queryable): Promise<void> {
  await db.query(
    `with gone as (
       delete from reader_changes where id in (
         select id from reader_changes where reader_id in (select reader_id from reader_changes where not summed) for update skip locked)
       returning reader_id, approved, held, rejected
     )
     insert into reader_changes (reader_id, approved, held, rejected, summed)
       select reader_id, sum(approved), sum(held), sum(rejected), true from gone
       group by reader_id having sum(approved) <> 0 or sum(held) <> 0 or sum(rejected) <> 0`,
  );
}

/**
 * Adds the changes that are missing between what is counted of readers and their comments, and answers of how many readers: none, unless comments were loaded past the database's
 * triggers, as by whoever restores or seeds them. Reads an entry of an index for every comment.
 */
export function recountReaders(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    // Two at once would add the same. What others write meanwhile is in neither side of the statement, or in both.
    await tx.query(`select pg_advisory_xact_lock(hashtext('reader recount'))`);
    const { rowCount } = await tx.query(
      `insert into reader_changes (reader_id, approved, held, rejected)
         select reader_id, sum(approved), sum(held), sum(rejected) from (
           select reader_id, count(*) filter (where status = 'approved') as approved, count(*) filter (where status = 'held') as held, count(*) filter (where status = 'rejected') as rejected
             from comments where status in ('approved', 'held', 'rejected') group by reader_id
           union all select reader_id, -approved, -held, -rejected from reader_changes) both_sides
         group by reader_id having sum(approved) <> 0 or sum(held) <> 0 or sum(rejected) <> 0`,
    );
    return rowCount ?? 0;
  });
}
