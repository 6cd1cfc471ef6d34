import type { Queryable } from "../db/pool.ts";

export interface ReaderFigures {
  readerId: string;
  approved: number;
  held: number;
  rejected: number;
  recentDecided: number;
  recentRejected: number;
  strikes: number;
}

/**
 * How readers' comments fared, ever, summed from what the database notes of each change, and since a time, counted from an index. A strike is a comment that is rejected now, by a rejection
 * that a person made since and that stands; what was undone, approved again or withdrawn is none.
 */
export async function readerFigures(
  db: Queryable,
  ids: string[],
  since: Date,
): Promise<Map<string, ReaderFigures>> {
  const { rows } = await db.query<ReaderFigures>({
    name: "reader-figures",
    text: `with counted as (
        select reader_id, sum(approved)::int as approved, sum(held)::int as held, sum(rejected)::int as rejected
        from reader_changes where reader_id = any($1) group by reader_id
      ), recent as (
        select reader_id, count(*)::int as decided, (count(*) filter (where status = 'rejected'))::int as rejected
        from comments where reader_id = any($1) and status in ('approved', 'rejected') and created_at > $2 group by reader_id
      ), struck as (
        select c.reader_id, count(*)::int as n from comments c cross join lateral (
          select d.actor, d.created_at from decisions d
          where d.comment_id = c.id and d.action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
          order by d.version desc limit 1) d
        where c.reader_id = any($1) and c.status = 'rejected' and c.decided_at > $2 and d.actor = 'moderator' and d.created_at > $2
        group by c.reader_id
      )
      select c.reader_id as "readerId", c.approved, c.held, c.rejected, coalesce(s.n, 0) as strikes,
        coalesce(r.decided, 0) as "recentDecided", coalesce(r.rejected, 0) as "recentRejected"
      from counted c left join recent r on r.reader_id = c.reader_id left join struck s on s.reader_id = c.reader_id`,
    values: [ids, since],
  });
  return new Map(rows.map((row) => [row.readerId, row]));
}
