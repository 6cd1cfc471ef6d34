import { useTranslation } from "react-i18next";
import type { SiteScorer } from "../../server/scoring/contract.ts";
import { Icon } from "../app/icons.tsx";
import { ago } from "../comment/since.ts";
import { useNow } from "../comment/use-now.ts";
import { withUnit } from "../language/format.ts";
import { said } from "../server-words/said.ts";
import css from "./scorers-page.module.css";

/** How a scorer is, in one line. */
export function Health({ scorer }: { scorer: SiteScorer }) {
  const { t } = useTranslation();
  const now = useNow();
  const { health, problem } = scorer;
  const trouble = problem ?? (failing(scorer) ? health.lastFailure : null);
  if (trouble) {
    return (
      <div className={css.trouble}>
        <Icon name="warn" size={16} />
        <span>
          {said(trouble)}
          {health.circuit === "open" &&
            !trouble.includes("left alone") &&
            ` ${t("scorers.health.leftAlone")}`}
          {!problem &&
            health.lastSuccessAt &&
            ` ${t("scorers.health.lastAnswered", { ago: ago(health.lastSuccessAt, now) })}`}
        </span>
      </div>
    );
  }
  const all = health.answered + health.failed;
  return (
    <div className={css.health}>
      <Icon name={health.lastSuccessAt ? "check" : "clock"} size={16} />
      <span>
        {health.lastSuccessAt
          ? t("scorers.health.answered", { ago: ago(health.lastSuccessAt, now) })
          : t("scorers.health.notAsked")}
        {all > 0 &&
          ` · ${t("scorers.health.lately", { answered: health.answered, all, half: ms(health.p50Ms), most: ms(health.p95Ms) })}`}
      </span>
    </div>
  );
}

function failing({ health }: SiteScorer): boolean {
  return health.lastFailureAt !== null && health.lastFailureAt > (health.lastSuccessAt ?? "");
}

function ms(value: number | null): string {
  return value === null ? "–" : withUnit(value, "millisecond");
}
