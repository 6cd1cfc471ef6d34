import type { SiteScorer } from "../../server/scoring/contract.ts";
import { Icon } from "../app/icons.tsx";
import { ago } from "../comment/since.ts";
import { useNow } from "../comment/use-now.ts";
import css from "./scorers-page.module.css";

/** How a scorer is, in one line. */
export function Health({ scorer }: { scorer: SiteScorer }) {
  const now = useNow();
  const { health, problem } = scorer;
  const trouble = problem ?? (failing(scorer) ? health.lastFailure : null);
  if (trouble) {
    return (
      <div className={css.trouble}>
        <Icon name="warn" size={16} />
        <span>
          {trouble}
          {health.circuit === "open" &&
            !trouble.includes("left alone") &&
            " It is left alone for half a minute."}
          {!problem && health.lastSuccessAt && ` It last answered ${ago(health.lastSuccessAt, now)}.`}
        </span>
      </div>
    );
  }
  const all = health.answered + health.failed;
  return (
    <div className={css.health}>
      <Icon name={health.lastSuccessAt ? "check" : "clock"} size={16} />
      <span>
        {health.lastSuccessAt ? `Last answered ${ago(health.lastSuccessAt, now)}` : "Not asked yet"}
        {all > 0 &&
          ` · in five minutes ${health.answered.toLocaleString()} of ${all.toLocaleString()} answered · half within ${ms(health.p50Ms)}, 95 % within ${ms(health.p95Ms)}`}
      </span>
    </div>
  );
}

function failing({ health }: SiteScorer): boolean {
  return health.lastFailureAt !== null && health.lastFailureAt > (health.lastSuccessAt ?? "");
}

function ms(value: number | null): string {
  if (value === null) return "–";
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString()} ms`;
}
