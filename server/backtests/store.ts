import type { Queryable } from "../db/pool.ts";
import { RuleDefinition } from "../rules/definition.ts";
import type { Backtest, BacktestResult } from "./contract.ts";

export interface BacktestRow {
  id: string;
  siteId: string;
  ruleId: string | null;
  version: number | null;
  definition: RuleDefinition;
  postedFrom: Date | null;
  postedTo: Date;
  seed: number;
  status: Backtest["status"];
  seen: number;
  total: number;
  tries: number;
  moderatorId: string;
  moderatorName: string;
  createdAt: Date;
  finishedAt: Date | null;
}

const COLUMNS = `b.id, b.site_id as "siteId", b.rule_id as "ruleId", b.version, b.definition, b.posted_from as "postedFrom", b.posted_to as "postedTo", b.seed,
  b.status, b.seen, b.total, b.tries, b.moderator_id as "moderatorId", b.created_at as "createdAt", b.finished_at as "finishedAt"`;
const SELECT = `select ${COLUMNS}, m.name as "moderatorName" from backtests b join moderators m on m.id = b.moderator_id`;

const whole = (row: BacktestRow): BacktestRow => ({
  ...row,
  definition: RuleDefinition.parse(row.definition),
});

/** What a saved version of a site's rule says, deleted ones left out. */
export async function findDefinition(
  db: Queryable,
  { siteId, ruleId, version }: { siteId: string; ruleId: string; version: number },
): Promise<RuleDefinition | null> {
  const { rows } = await db.query<{ definition: RuleDefinition }>(
    `select v.definition from rules r join rule_versions v on v.rule_id = r.id
     where r.site_id = $1 and r.id = $2 and r.deleted_at is null and v.version = $3`,
    [siteId, ruleId, version],
  );
  return rows[0] ? RuleDefinition.parse(rows[0].definition) : null;
}

/** Locks the site for asking and answers how many of its back-tests are unfinished. */
export async function countUnfinished(tx: Queryable, siteId: string): Promise<number> {
  await tx.query(`select from sites where id = $1 for no key update`, [siteId]);
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from backtests where site_id = $1 and status in ('waiting', 'running')`,
    [siteId],
  );
  return rows[0]?.n ?? 0;
}

export type NewBacktest = Omit<
  BacktestRow,
  "status" | "seen" | "total" | "tries" | "moderatorName" | "finishedAt"
>;

export async function insertBacktest(tx: Queryable, backtest: NewBacktest): Promise<void> {
  const { id, siteId, ruleId, version, definition, postedFrom, postedTo, seed, moderatorId, createdAt } =
    backtest;
  await tx.query(
    `insert into backtests (id, site_id, rule_id, version, definition, posted_from, posted_to, seed, moderator_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, siteId, ruleId, version, definition, postedFrom, postedTo, seed, moderatorId, createdAt],
  );
}

/** Forgets a site's back-tests of drafts but for the latest. */
export async function forgetDrafts(tx: Queryable, siteId: string, keep: number): Promise<void> {
  await tx.query(
    `delete from backtests where id in (select id from backtests
      where site_id = $1 and version is null and status not in ('waiting', 'running') order by id desc offset $2)`,
    [siteId, keep],
  );
}

export async function findBacktest(
  db: Queryable,
  siteId: string,
  id: string,
): Promise<(BacktestRow & { result: BacktestResult | null }) | null> {
  const { rows } = await db.query<BacktestRow & { result: BacktestResult | null }>(
    `select ${COLUMNS}, b.result, m.name as "moderatorName" from backtests b join moderators m on m.id = b.moderator_id
     where b.site_id = $1 and b.id = $2`,
    [siteId, id],
  );
  return rows[0] ? { ...whole(rows[0]), result: rows[0].result } : null;
}

/** A page of a site's back-tests, of one rule or of all, the latest first. */
export async function listBacktests(
  db: Queryable,
  query: { siteId: string; ruleId: string | null; after: string | null; limit: number },
): Promise<BacktestRow[]> {
  const { rows } = await db.query<BacktestRow>(
    `${SELECT} where b.site_id = $1 and ($2::uuid is null or b.rule_id = $2) and ($3::uuid is null or b.id < $3) order by b.id desc limit $4`,
    [query.siteId, query.ruleId, query.after, query.limit],
  );
  return rows.map(whole);
}

/**
 * The best proof of what this very version does: how many comments a finished back-test of it saw, and whether that is enough. Enough are `least`, or all there
 * were where the site has fewer to this day; nine in ten, since some wait to be judged again while it looks. Null: there is none.
 */
export async function findProof(
  db: Queryable,
  { ruleId, version, least }: { ruleId: string; version: number; least: number },
): Promise<{ seen: number; enough: boolean } | null> {
  const { rows } = await db.query<{ seen: number; enough: boolean }>(
    `select b.seen, b.seen >= $3 or (there.now < $3 and b.seen >= 0.9 * there.before) as enough
     from backtests b cross join lateral (
       select count(*)::int as now, (count(*) filter (where s.posted_at < b.posted_to))::int as before from (
         select e.posted_at from search_entries e join comments c on c.id = e.comment_id
         where e.site_id = b.site_id and c.status <> 'withdrawn' limit $3) s) there
     where b.rule_id = $1 and b.version = $2 and b.status = 'finished' order by enough desc, b.seen desc limit 1`,
    [ruleId, version, least],
  );
  return rows[0] ?? null;
}
