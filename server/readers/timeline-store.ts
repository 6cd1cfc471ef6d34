import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { TimelineEntry } from "./contract.ts";

export interface Place {
  kind: TimelineEntry["kind"];
  id: string;
  /** To the millisecond, so that a cursor can carry it whole. */
  at: Date;
}

/** What happened with a reader, newest first, at most `limit`, before the place `after`. */
export async function timelinePlaces(
  db: Queryable,
  query: {
    readerId: string;
    show: TimelineEntry["kind"] | null;
    status: Status | null;
    after: string[] | null;
    limit: number;
  },
): Promise<Place[]> {
  const { rows } = await db.query<Place>(
    `select * from (
       select 'comment' as kind, id, date_trunc('milliseconds', created_at) as at from comments
         where reader_id = $1 and coalesce($2, 'comment') = 'comment' and ($3::text is null or status = $3)
       union all
       select 'sanction', id, date_trunc('milliseconds', starts_at) from sanctions
         where reader_id = $1 and coalesce($2, 'sanction') = 'sanction' and $3 is null
       union all
       select 'note', id, date_trunc('milliseconds', created_at) from notes
         where reader_id = $1 and coalesce($2, 'note') = 'note' and $3 is null
     ) t where $4::timestamptz is null or (at, id) < ($4, $5::uuid) order by at desc, id desc limit $6`,
    [
      query.readerId,
      query.show,
      query.status,
      query.after?.[0] ?? null,
      query.after?.[1] ?? null,
      query.limit,
    ],
  );
  return rows;
}

export interface TimelineComment {
  id: string;
  status: Status;
  text: string;
  articleUrl: string;
  articleTitle: string | null;
}

export async function timelineComments(db: Queryable, ids: string[]): Promise<Map<string, TimelineComment>> {
  const { rows } = await db.query<TimelineComment>(
    `select c.id, c.status, c.text, a.url as "articleUrl", a.title as "articleTitle"
     from comments c join articles a on a.id = c.article_id where c.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
