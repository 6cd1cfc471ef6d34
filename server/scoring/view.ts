import type { ScorerHealth, SiteScorer } from "./contract.ts";
import type { HealthLine } from "./health.ts";
import type { Standing } from "./site-scorers.ts";

/** A scorer as its owner sees it: everything but its key. */
export function scorerView(
  { settings, scorer, problem, key }: Standing,
  line: HealthLine | undefined,
): SiteScorer {
  const { sealedKey: _, ...shown } = settings;
  const elsewhere = settings.kind !== "installed" || scorer.circuit !== undefined;
  return { ...shown, key, elsewhere, problem, health: healthView(line) };
}

/** Times to a tenth of a millisecond. */
export function healthView(line: HealthLine | undefined): ScorerHealth {
  const tenth = (ms: number | null | undefined): number | null =>
    ms === null || ms === undefined ? null : Math.round(ms * 10) / 10;
  return {
    lastSuccessAt: line?.lastSuccessAt?.toISOString() ?? null,
    lastFailureAt: line?.lastFailureAt?.toISOString() ?? null,
    lastFailure: line?.lastFailure ?? null,
    answered: line?.answered ?? 0,
    failed: line?.failed ?? 0,
    p50Ms: tenth(line?.p50),
    p95Ms: tenth(line?.p95),
    circuit: line?.circuit ?? null,
  };
}
