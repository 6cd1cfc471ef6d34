import type { Queryable } from "../db/pool.ts";
import type { Queue } from "../reviews/contract.ts";
import type { Span } from "./period.ts";

/** What a statement of a site's period is asked with: $1 to $4. */
export const asked = (siteId: string, { from, to, starts }: Span): unknown[] => [siteId, from, to, starts];

/** That a row falls in the period, and which part of it, from 1. */
export const within = (at: string): string => `${at} >= $2 and ${at} < $3`;
export const partOf = (at: string): string => `width_bucket(${at}, $4::timestamptz[])::int`;

/** How many comments were posted, by part. */
export async function countPosted(db: Queryable, siteId: string, span: Span): Promise<Map<number, number>> {
  const { rows } = await db.query<{ part: number; n: number }>(
    `select ${partOf("created_at")} as part, count(*)::int as n from comments where site_id = $1 and ${within("created_at")} group by 1`,
    asked(siteId, span),
  );
  return new Map(rows.map(({ part, n }) => [part, n]));
}

export interface LooksRow {
  part: number;
  approved: number;
  held: number;
  rejected: number;
  /** All approvals, also of what the rules looked at again. */
  allApproved: number;
  known: number;
  unscored: number;
}

/** What the rules did, by part. Of each revision's first look, but for `allApproved`. */
export async function countLooks(db: Queryable, siteId: string, span: Span): Promise<LooksRow[]> {
  const first = (what: string) => `count(*) filter (where status_before = 'pending' and ${what})::int`;
  const { rows } = await db.query<LooksRow>(
    `select ${partOf("created_at")} as part, ${first("status = 'approved'")} as approved, ${first("status = 'held'")} as held,
       ${first("status = 'rejected'")} as rejected, count(*) filter (where status = 'approved')::int as "allApproved",
       ${first("facts ? 'unscored'")} as known, ${first("facts @> '{\"unscored\": true}'")} as unscored
     from decisions where site_id = $1 and ${within("created_at")} and actor = 'rules' group by 1`,
    asked(siteId, span),
  );
  return rows;
}

export interface WaitingRow {
  queue: Queue;
  waiting: number;
  medianSeconds: number | null;
  oldestSeconds: number | null;
}

/** What waits at this moment. */
export async function readWaiting(db: Queryable, siteId: string, now: Date): Promise<WaitingRow[]> {
  const age = `greatest(0, extract(epoch from $2::timestamptz - since)::float8)`;
  const { rows } = await db.query<WaitingRow>(
    `select queue, count(*)::int as waiting, max(${age}) as "oldestSeconds", percentile_cont(0.5) within group (order by ${age}) as "medianSeconds"
     from queue_entries where site_id = $1 group by queue`,
    [siteId, now],
  );
  return rows;
}

export interface PaceRow {
  /** Null: of the whole period. */
  part: number | null;
  count: number;
  p50Seconds: number;
  p90Seconds: number;
}

/** How long held comments had waited when a person decided them, by part and in all. */
export async function readPace(db: Queryable, siteId: string, span: Span): Promise<PaceRow[]> {
  const { rows } = await db.query<PaceRow>(
    `select part, count(*)::int as count, percentile_cont(0.5) within group (order by waited) as "p50Seconds", percentile_cont(0.9) within group (order by waited) as "p90Seconds"
     from (select ${partOf("created_at")} as part, greatest(0, extract(epoch from created_at - queued_at_before)::float8) as waited from decisions
       where site_id = $1 and ${within("created_at")} and actor = 'moderator' and action <> 'undo' and status_before = 'held' and queued_at_before is not null) d
     group by grouping sets ((part), ())`,
    asked(siteId, span),
  );
  // Of nothing there is a row for the whole all the same.
  return rows.filter(({ count }) => count > 0);
}
