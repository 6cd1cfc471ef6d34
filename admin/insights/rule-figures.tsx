import { useTranslation } from "react-i18next";
import { ruleName } from "../comment/rule-name.ts";
import { number } from "../language/format.ts";
import { Interval } from "./bars.tsx";
import { DataTable } from "./data-table.tsx";
import { Figure } from "./figure.tsx";
import type { FigureProps } from "./figure-props.ts";
import { shareSaid, withInterval } from "./said.ts";

/** How the rules and the scorers did. */
export function RuleFigures({ insights: { rules, scorers, reasons }, file }: FigureProps) {
  const { t } = useTranslation();
  return (
    <>
      <Figure
        title={t("insights.rules.title")}
        says={
          rules.length === 0 ? (
            <p>{t("insights.rules.none")}</p>
          ) : (
            <>
              <p>{t("insights.rules.says")}</p>
              <p>{t("insights.rules.about")}</p>
            </>
          )
        }
        careful={
          rules.some(({ precision }) => precision.share !== null && precision.few)
            ? t("insights.rules.few")
            : null
        }
        file={file("rules")}
        table={
          rules.length > 0 && (
            <DataTable
              caption={t("insights.rules.title")}
              columns={[
                t("insights.rules.rule"),
                t("insights.rules.does"),
                t("insights.rules.matches"),
                t("insights.rules.precision"),
                t("insights.rules.overturned"),
              ]}
              rows={rules.map((rule) => ({
                key: `${rule.rule} ${rule.version} ${rule.action}`,
                cells: [
                  <>
                    {ruleName(rule)}
                    <span className="rd-muted"> v{rule.version}</span>
                  </>,
                  t(`insights.does.${rule.action}`),
                  number(rule.matches),
                  <Precision key="precision" {...rule} />,
                  number(rule.overturned),
                ],
              }))}
            />
          )
        }
      />
      <Figure
        title={t("insights.reasons.title")}
        says={<p>{t(reasons.length === 0 ? "insights.reasons.none" : "insights.reasons.says")}</p>}
        file={file("reasons")}
        table={
          reasons.length > 0 && (
            <DataTable
              caption={t("insights.reasons.title")}
              columns={[
                t("insights.reasons.reason"),
                t("insights.reasons.people"),
                t("insights.reasons.rules"),
              ]}
              rows={reasons.map(({ reason, label, people, rules }) => ({
                key: reason ?? "",
                cells: [label ?? t("insights.reasons.other"), number(people), number(rules)],
              }))}
            />
          )
        }
      />
      <Figure
        title={t("insights.scorers.title")}
        says={
          <p>
            {scorers.judged === 0
              ? t("insights.scorers.none")
              : t("insights.scorers.says", {
                  judged: number(scorers.judged),
                  share: shareSaid(scorers.unscored),
                  unscored: number(Math.round((scorers.unscored.share ?? 0) * scorers.judged)),
                })}
          </p>
        }
        file={file("scorers")}
        table={
          scorers.items.length > 0 && (
            <DataTable
              caption={t("insights.scorers.title")}
              columns={[
                t("insights.scorers.scorer"),
                t("insights.scorers.answered"),
                t("insights.scorers.failed"),
              ]}
              rows={scorers.items.map(({ scorer, answered, failed }) => ({
                key: scorer,
                cells: [scorer, number(answered), number(failed)],
              }))}
            />
          )
        }
      />
    </>
  );
}

/** How often people decided as the rule did, with the interval drawn and said. */
function Precision({ agreed, disagreed, precision }: FigureProps["insights"]["rules"][number]) {
  const { t } = useTranslation();
  if (precision.share === null || precision.interval === null) return t("insights.rules.undecided");
  return (
    <>
      {withInterval(precision)}
      <Interval share={precision.share} low={precision.interval.low} high={precision.interval.high} />
      <span className="rd-muted">
        {t("insights.rules.of", { agreed: number(agreed), decided: number(agreed + disagreed) })}
        {precision.few && ` · ${t("insights.rules.fewHere")}`}
      </span>
    </>
  );
}
