import type { Queryable } from "../db/pool.ts";
import type { CircuitState } from "./circuit.ts";
import { type HealthLine, WINDOW } from "./health.ts";

/** Lines of processes that have ended are kept for this long. */
const KEPT = "1 day";

export interface ScorerLine extends HealthLine {
  siteId: string;
  scorer: string;
}

/** Writes how this process found its scorers. */
export async function saveHealth(db: Queryable, process: string, lines: ScorerLine[]): Promise<void> {
  if (lines.length === 0) return;
  await db.query(
    `insert into scorer_health (site_id, scorer, process, circuit, last_success_at, last_failure_at, last_failure, answered, failed, p50_ms, p95_ms, updated_at)
     select "siteId", scorer, $1, circuit, "lastSuccessAt", "lastFailureAt", "lastFailure", answered, failed, p50, p95, now()
     from json_to_recordset($2::json) as h("siteId" uuid, scorer text, circuit text, "lastSuccessAt" timestamptz, "lastFailureAt" timestamptz,
       "lastFailure" text, answered int, failed int, p50 real, p95 real)
     on conflict (site_id, scorer, process) do update set circuit = excluded.circuit, last_success_at = excluded.last_success_at,
       last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure, answered = excluded.answered, failed = excluded.failed,
       p50_ms = excluded.p50_ms, p95_ms = excluded.p95_ms, updated_at = now()`,
    [process, JSON.stringify(lines)],
  );
  await db.query(`delete from scorer_health where updated_at < now() - interval '${KEPT}'`);
}

interface Row {
  scorer: string;
  circuit: CircuitState | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  lastFailure: string | null;
  answered: number;
  failed: number;
  p50: number | null;
  p95: number | null;
  current: boolean;
}

/** A site's scorers as all processes found them: counts added up, the slowest process's times, the worst circuit. */
export async function findHealth(db: Queryable, siteId: string): Promise<Map<string, HealthLine>> {
  const { rows } = await db.query<Row>(
    `select scorer, circuit, last_success_at as "lastSuccessAt", last_failure_at as "lastFailureAt", last_failure as "lastFailure",
       answered, failed, p50_ms as p50, p95_ms as p95, updated_at > now() - make_interval(secs => $2) as current
     from scorer_health where site_id = $1`,
    [siteId, WINDOW / 1_000],
  );
  const lines = new Map<string, HealthLine>();
  for (const row of rows) lines.set(row.scorer, together(lines.get(row.scorer) ?? NOTHING, row));
  return lines;
}

const NOTHING: HealthLine = {
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailure: null,
  answered: 0,
  failed: 0,
  p50: null,
  p95: null,
  circuit: null,
};
const WORST = [null, "closed", "half-open", "open"] as const;

function together(line: HealthLine, row: Row): HealthLine {
  const laterFailure = (row.lastFailureAt?.getTime() ?? 0) > (line.lastFailureAt?.getTime() ?? 0);
  const laterSuccess = (row.lastSuccessAt?.getTime() ?? 0) > (line.lastSuccessAt?.getTime() ?? 0);
  const more = row.current ? row : NOTHING;
  return {
    lastSuccessAt: laterSuccess ? row.lastSuccessAt : line.lastSuccessAt,
    lastFailureAt: laterFailure ? row.lastFailureAt : line.lastFailureAt,
    lastFailure: laterFailure ? row.lastFailure : line.lastFailure,
    answered: line.answered + more.answered,
    failed: line.failed + more.failed,
    p50: slower(line.p50, more.p50),
    p95: slower(line.p95, more.p95),
    circuit: WORST.indexOf(more.circuit) > WORST.indexOf(line.circuit) ? more.circuit : line.circuit,
  };
}

const slower = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
