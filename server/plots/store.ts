import type { Queryable } from "../db/pool.ts";
import { sitesOf } from "../moderators/scope.ts";
import { type Looking, matching, placesIn } from "../reviews/looking.ts";
import type { ScoredAttribute } from "../selections/contract.ts";
import { COLUMNS, ROWS } from "./contract.ts";

export interface PlotRow {
  count: number;
  unscored: number;
  column: number[];
  row: number[];
  counts: number[];
  /** ms since 1970. */
  from: number | null;
  stepMs: number;
}

/** Scores are kept to four decimals: as whole numbers they fall exactly on the edges by which a batch takes them. */
const WHOLE = 10_000;
const scoreOf = (attribute: ScoredAttribute): string =>
  `round((w.scores ->> '${attribute}')::float8 * ${WHOLE})::int`;

const bin = (score: string, bins: number): string => `least(${score} / ${WHOLE / bins}, ${bins - 1})`;

/** The waiting comments of `looking`, counted in cells by one score and time or another score. */
export async function plotOf(
  db: Queryable,
  looking: Looking,
  { x, y }: { x: "time" | ScoredAttribute; y: ScoredAttribute },
): Promise<PlotRow> {
  const values: unknown[] = [sitesOf(looking.scope)];
  const where = matching(looking, placesIn(values)).join(" and ");
  const across = x === "time" ? "((at - low) / step)::int" : bin("x", COLUMNS);
  const { rows } = await db.query<PlotRow>(
    `with w as materialized (
       select round(date_part('epoch', w.since) * 1000)::bigint as at, ${scoreOf(y)} as y, ${x === "time" ? "0" : scoreOf(x)} as x
       from queue_entries w where ${where} and ($1::uuid[] is null or w.site_id = any($1))
     ), bounds as (
       select min(at) as low, (max(at) - min(at)) / ${COLUMNS} + 1 as step from w
     ), cells as (
       select ${across} as "column", ${bin("y", ROWS)} as "row", count(*)::int as n
       from w, bounds where y is not null and x is not null group by 1, 2
     )
     select coalesce(sum(n), 0)::int as count, (select count(*)::int from w where y is null or x is null) as unscored,
       coalesce(json_agg("column" order by "column", "row"), '[]') as "column", coalesce(json_agg("row" order by "column", "row"), '[]') as "row",
       coalesce(json_agg(n order by "column", "row"), '[]') as counts,
       (select low::float8 from bounds) as "from", (select coalesce(step, 1)::float8 from bounds) as "stepMs"
     from cells`,
    values,
  );
  return rows[0] as PlotRow;
}
