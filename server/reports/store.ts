import type { Queryable } from "../db/pool.ts";

export interface NewReport {
  id: string;
  commentId: string;
  siteId: string;
  revision: number;
  readerId: string | null;
  addressHash: Buffer | null;
  reason: string;
  text: string | null;
}

export interface ReportRow {
  id: string;
  commentId: string;
  reason: string;
  text: string | null;
  createdAt: Date;
}

const COLUMNS = `id, comment_id as "commentId", reason, text, created_at as "createdAt"`;

/** Stores a report, or answers null where this reader has given this reason before. */
export async function insertReport(tx: Queryable, report: NewReport, now: Date): Promise<ReportRow | null> {
  const { rows } = await tx.query<ReportRow>(
    `insert into reports (id, comment_id, site_id, revision, reader_id, address_hash, reason, text, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning ${COLUMNS}`,
    [
      report.id,
      report.commentId,
      report.siteId,
      report.revision,
      report.readerId,
      report.addressHash,
      report.reason,
      report.text,
      now,
    ],
  );
  return rows[0] ?? null;
}

export async function findReport(
  db: Queryable,
  by: Pick<NewReport, "commentId" | "readerId" | "addressHash" | "reason">,
): Promise<ReportRow | null> {
  const { rows } = await db.query<ReportRow>(
    `select ${COLUMNS} from reports where comment_id = $1 and reason = $2 and (reader_id = $3 or address_hash = $4)`,
    [by.commentId, by.reason, by.readerId, by.addressHash],
  );
  return rows[0] ?? null;
}

/** Brings a comment to the queue once `enough` different readers have open reports on it; reports that come later join them. */
export async function queueReported(
  tx: Queryable,
  commentId: string,
  enough: number,
  now: Date,
): Promise<void> {
  await tx.query(
    `update reports set queued_at = $3 where comment_id = $1 and closed_at is null and queued_at is null
       and (select count(distinct (reader_id, address_hash)) from reports where comment_id = $1 and closed_at is null) >= $2`,
    [commentId, enough, now],
  );
}

export interface OpenReportsRow {
  commentId: string;
  reporters: number;
  items: (Pick<ReportRow, "id" | "reason" | "text"> & { createdAt: string })[];
}

/** The open reports of these comments: how many readers, and the latest twenty of each comment, newest first. */
export async function openReports(db: Queryable, commentIds: string[]): Promise<Map<string, OpenReportsRow>> {
  const { rows } = await db.query<OpenReportsRow>({
    name: "open-reports",
    text: `select o."commentId", o.reporters, l.items
      from (select comment_id as "commentId", count(distinct (reader_id, address_hash))::int as reporters
        from reports where comment_id = any($1) and closed_at is null group by comment_id) o
      cross join lateral (select json_agg(json_build_object('id', id, 'reason', reason, 'text', text, 'createdAt', created_at) order by created_at desc) as items
        from (select * from reports where comment_id = o."commentId" and closed_at is null order by created_at desc limit 20) r) l`,
    values: [commentIds],
  });
  return new Map(rows.map((row) => [row.commentId, row]));
}
