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
 * How readers' comments fared, ever and since a time, counted from comments, of which the index alone is read, and decisions. A strike is a comment that is rejected now, by a rejection that a person made
 * since and that stands; what was undone, approved again or withdrawn is none.
 */
export async function readerFigures(
  db: Queryable,
  ids: string[],
  since: Date,
): Promise<Map<string, ReaderFigures>> {
  const { rows } = await db.query<ReaderFigures>({
    name: "reader-figures",
    text: `select c.reader_id as "readerId", coalesce(s.strikes, 0) as strikes,
        count(*) filter (where c.status = 'approved')::int as approved,
        count(*) filter (where c.status = 'held')::int as held,
        count(*) filter (where c.status = 'rejected')::int as rejected,
        count(*) filter (where c.status in ('approved', 'rejected') and c.created_at > $2)::int as "recentDecided",
        count(*) filter (where c.status = 'rejected' and c.created_at > $2)::int as "recentRejected"
      from comments c left join (
        select c.reader_id, count(*)::int as strikes from comments c cross join lateral (
          select d.actor, d.created_at from decisions d
          where d.comment_id = c.id and d.action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
          order by d.version desc limit 1) d
        where c.reader_id = any($1) and c.status = 'rejected' and d.actor = 'moderator' and d.created_at > $2
        group by c.reader_id) s on s.reader_id = c.reader_id
      where c.reader_id = any($1) group by c.reader_id, s.strikes`,
    values: [ids, since],
  });
  return new Map(rows.map((row) => [row.readerId, row]));
}
