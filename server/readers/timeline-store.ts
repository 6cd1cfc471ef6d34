import type { Status } from "../comments/contract.ts";
import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
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
    scope: Scope;
    show: TimelineEntry["kind"] | null;
    status: Status | null;
    after: string[] | null;
    limit: number;
  },
): Promise<Place[]> {
  const values: unknown[] = [
    query.readerId,
    query.show,
    query.status,
    query.after?.[0] ?? null,
    query.after?.[1] ?? null,
    query.limit,
  ];
  const seen = ["true", ...ofSections(query.scope, "c", placesIn(values))].join(" and ");
  const { rows } = await db.query<Place>(
    `select * from (
       select 'comment' as kind, id, date_trunc('milliseconds', created_at) as at from comments c
         where reader_id = $1 and coalesce($2, 'comment') = 'comment' and ($3::text is null or status = $3) and ${seen}
       union all
       select 'sanction', id, date_trunc('milliseconds', starts_at) from sanctions
         where reader_id = $1 and coalesce($2, 'sanction') = 'sanction' and $3 is null
       union all
       select 'note', id, date_trunc('milliseconds', created_at) from notes
         where reader_id = $1 and coalesce($2, 'note') = 'note' and $3 is null
       union all
       select 'report', r.id, date_trunc('milliseconds', r.created_at) from reports r join comments c on c.id = r.comment_id
         where r.reader_id = $1 and coalesce($2, 'report') = 'report' and $3 is null and ${seen}
       union all
       select 'report', r.id, date_trunc('milliseconds', r.created_at) from comments c join reports r on r.comment_id = c.id
         where c.reader_id = $1 and r.reader_id is distinct from $1 and coalesce($2, 'report') = 'report' and $3 is null and ${seen}
     ) t where $4::timestamptz is null or (at, id) < ($4, $5::uuid) order by at desc, id desc limit $6`,
    values,
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

export interface TimelineReport {
  id: string;
  made: boolean;
  reason: string;
  text: string | null;
  closed: boolean;
  comment: { id: string; text: string };
}

/** These reports as the page of one reader shows them. */
export async function timelineReports(
  db: Queryable,
  readerId: string,
  ids: string[],
): Promise<Map<string, TimelineReport>> {
  const { rows } = await db.query<TimelineReport>(
    `select r.id, r.reader_id is not distinct from $2::uuid as made, r.reason, r.text, r.closed_at is not null as closed,
       json_build_object('id', c.id, 'text', left(c.text, 400)) as comment
     from reports r join comments c on c.id = r.comment_id where r.id = any($1)`,
    [ids, readerId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
