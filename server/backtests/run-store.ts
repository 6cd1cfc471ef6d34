import type { Queryable } from "../db/pool.ts";
import { RuleDefinition } from "../rules/definition.ts";
import type { BacktestResult } from "./contract.ts";
import type { BacktestRow } from "./store.ts";

export type Running = Omit<BacktestRow, "moderatorName" | "finishedAt" | "status" | "createdAt">;

/** A process that has said nothing for so long, in s, is taken for gone. */
const SILENT = 60;
/** Runs begun, restarts of processes included, before it is given up. */
export const MOST_TRIES = 5;

/** Takes the back-test that waits longest, or that another process has left; `tries` tells this run from every other. */
export async function takeNext(db: Queryable): Promise<Running | null> {
  const { rows } = await db.query<Running>({
    name: "take-backtest",
    text: `update backtests set status = 'running', beat_at = now(), tries = tries + 1, seen = 0 where id = (
        select id from backtests where status = 'waiting' or (status = 'running' and beat_at < now() - make_interval(secs => $1))
        order by created_at limit 1 for update skip locked)
      returning id, site_id as "siteId", rule_id as "ruleId", version, definition, posted_from as "postedFrom", posted_to as "postedTo", seed,
        seen, total, tries, moderator_id as "moderatorId"`,
    values: [SILENT],
  });
  const row = rows[0];
  return row ? { ...row, definition: RuleDefinition.parse(row.definition) } : null;
}

/** About how many comments a period has: those that can be found. */
export async function countPeriod(
  db: Queryable,
  { siteId, postedFrom, postedTo }: Pick<Running, "siteId" | "postedFrom" | "postedTo">,
  most: number,
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from (select from search_entries where site_id = $1 and posted_at < $2 and posted_at >= coalesce($3, '-infinity'::timestamptz) limit $4) e`,
    [siteId, postedTo, postedFrom, most],
  );
  return rows[0]?.n ?? 0;
}

/** Says how far a run has come; false where it was cancelled, or another process has taken over. */
export async function saveProgress(
  db: Queryable,
  { id, tries }: Pick<Running, "id" | "tries">,
  { seen, total }: { seen: number; total: number },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "backtest-progress",
    text: `update backtests set seen = $3, total = $4, beat_at = now() where id = $1 and tries = $2 and status = 'running'`,
    values: [id, tries, seen, total],
  });
  return rowCount === 1;
}

/** Keeps the result; false where it was cancelled meanwhile. */
export async function finish(
  tx: Queryable,
  { id, tries }: Pick<Running, "id" | "tries">,
  result: BacktestResult,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update backtests set status = 'finished', result = $3, seen = $4, total = $4, finished_at = $5 where id = $1 and tries = $2 and status = 'running'`,
    [id, tries, result, result.seen, now],
  );
  return rowCount === 1;
}

/** Lets a run go, for another process or another time; or for good. */
export async function letGo(
  tx: Queryable,
  { id, tries }: Pick<Running, "id" | "tries">,
  to: "waiting" | "failed",
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update backtests set status = $3, finished_at = case $3 when 'failed' then $4::timestamptz end where id = $1 and tries = $2 and status = 'running'`,
    [id, tries, to, now],
  );
  return rowCount === 1;
}

/** False where it has come to its end already. */
export async function cancel(tx: Queryable, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update backtests set status = 'cancelled', finished_at = $2 where id = $1 and status in ('waiting', 'running')`,
    [id, now],
  );
  return rowCount === 1;
}
