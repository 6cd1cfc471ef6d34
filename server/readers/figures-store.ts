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
    text: `with counted as (
        select reader_id, status, count(*)::int as n, (count(*) filter (where created_at > $2))::int as recent
        from comments where reader_id = any($1) group by reader_id, status
      ), struck as (
        select c.reader_id, count(*)::int as n from comments c cross join lateral (
          select d.actor, d.created_at from decisions d
          where d.comment_id = c.id and d.action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
          order by d.version desc limit 1) d
        where c.reader_id = any($1) and c.status = 'rejected' and d.actor = 'moderator' and d.created_at > $2
        group by c.reader_id
      )
      select c.reader_id as "readerId", coalesce(max(s.n), 0)::int as strikes,
        coalesce(sum(c.n) filter (where c.status = 'approved'), 0)::int as approved,
        coalesce(sum(c.n) filter (where c.status = 'held'), 0)::int as held,
        coalesce(sum(c.n) filter (where c.status = 'rejected'), 0)::int as rejected,
        coalesce(sum(c.recent) filter (where c.status in ('approved', 'rejected')), 0)::int as "recentDecided",
        coalesce(sum(c.recent) filter (where c.status = 'rejected'), 0)::int as "recentRejected"
      from counted c left join struck s on s.reader_id = c.reader_id group by c.reader_id`,
    values: [ids, since],
  });
  return new Map(rows.map((row) => [row.readerId, row]));
}
