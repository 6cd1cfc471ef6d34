import type { Queryable } from "../db/pool.ts";

export interface ReaderFigures {
  readerId: string;
  recentDecided: number;
  recentRejected: number;
  strikes: number;
}

/**
 * How readers' comments fared since a time, counted from comments and decisions. A strike is a comment that is rejected now, by a rejection that a person made
 * since and that stands; what was undone, approved again or withdrawn is none.
 */
export async function readerFigures(
  db: Queryable,
  ids: string[],
  since: Date,
): Promise<Map<string, ReaderFigures>> {
  const { rows } = await db.query<ReaderFigures>({
    name: "reader-figures",
    text: `select c.reader_id as "readerId",
        count(*) filter (where c.status in ('approved', 'rejected') and c.created_at > $2)::int as "recentDecided",
        count(*) filter (where c.status = 'rejected' and c.created_at > $2)::int as "recentRejected",
        count(*) filter (where c.status = 'rejected' and (
          select d.actor = 'moderator' and d.created_at > $2 from decisions d
          where d.comment_id = c.id and d.action = 'reject' and not exists (select from decisions u where u.undo_of = d.id)
          order by d.version desc limit 1))::int as strikes
      from comments c where c.reader_id = any($1) group by c.reader_id`,
    values: [ids, since],
  });
  return new Map(rows.map((row) => [row.readerId, row]));
}
