import type { Queryable } from "../db/pool.ts";
import { sitesOf } from "../moderators/scope.ts";
import { type Looking, matching, placesIn } from "../reviews/looking.ts";
import { scoreOf } from "../selections/conditions.ts";
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

/** null where nothing scored it, which `least` would pass over. */
const bin = (score: string, bins: number): string =>
  `case when ${score} is not null then least(round(${score} * ${WHOLE})::int / ${WHOLE / bins}, ${bins - 1}) end`;

const msOf = (time: string): string => `round(date_part('epoch', ${time}) * 1000)::bigint`;

/** The waiting comments of `looking`, counted in cells by one score and time or another score: they are read once for that. */
export async function plotOf(
  db: Queryable,
  looking: Looking,
  { x, y }: { x: "time" | ScoredAttribute; y: ScoredAttribute },
): Promise<PlotRow> {
  const values: unknown[] = [sitesOf(looking.scope)];
  const where = matching(looking, placesIn(values)).join(" and ");
  const waiting = `queue_entries w where ${where} and ($1::uuid[] is null or w.site_id = any($1))`;
  const across =
    x === "time"
      ? `((${msOf("w.since")} - (select low from bounds)) / (select step from bounds))::int`
      : bin(scoreOf(x), COLUMNS);
  const { rows } = await db.query<PlotRow>(
    `with bounds as materialized (
       select ${msOf("min(w.since)")} as low, (${msOf("max(w.since)")} - ${msOf("min(w.since)")}) / ${COLUMNS} + 1 as step from ${waiting}
     ), cells as materialized (
       select ${across} as "column", ${bin(scoreOf(y), ROWS)} as "row", count(*)::int as n from ${waiting} group by 1, 2
     ), drawn as (
       select * from cells where "column" is not null and "row" is not null
     )
     select coalesce(sum(n), 0)::int as count, (select coalesce(sum(n), 0)::int from cells where "column" is null or "row" is null) as unscored,
       coalesce(json_agg("column" order by "column", "row"), '[]') as "column", coalesce(json_agg("row" order by "column", "row"), '[]') as "row",
       coalesce(json_agg(n order by "column", "row"), '[]') as counts,
       (select low::float8 from bounds) as "from", (select coalesce(step, 1)::float8 from bounds) as "stepMs"
     from drawn`,
    values,
  );
  return rows[0] as PlotRow;
}
