import { useTranslation } from "react-i18next";
import { number } from "../language/format.ts";
import { SmallBars } from "./bars.tsx";
import { DataTable } from "./data-table.tsx";
import { Figure } from "./figure.tsx";
import type { FigureProps } from "./figure-props.ts";
import { partNames, withInterval } from "./said.ts";

/** Who decided when, and what became of appeals. */
export function People({ insights, file }: FigureProps) {
  const { t } = useTranslation();
  const { moderators, appeals } = insights;
  const parts = partNames(insights);
  const most = Math.max(0, ...moderators.flatMap((one) => one.parts));
  const decided = appeals.upheld + appeals.overturned;
  return (
    <>
      <Figure
        title={t("insights.load.title")}
        says={
          <>
            <p>{t(moderators.length === 0 ? "insights.load.none" : "insights.load.says")}</p>
            {moderators.length > 0 && <p>{t("insights.load.about")}</p>}
          </>
        }
        file={file("moderators")}
        table={
          moderators.length > 0 && (
            <DataTable
              caption={t("insights.load.title")}
              columns={[
                t("insights.load.name"),
                t("insights.load.decided"),
                t("insights.load.judged"),
                t("insights.load.when"),
              ]}
              rows={moderators.map((one) => ({
                key: one.id,
                cells: [
                  one.name,
                  number(one.decided),
                  number(one.judged),
                  <SmallBars
                    key="when"
                    values={one.parts}
                    starts={insights.starts}
                    most={most}
                    label={
                      one.parts.flatMap((n, i) => (n > 0 ? [`${parts[i]}: ${number(n)}`] : [])).join(", ") ||
                      t("insights.load.never")
                    }
                  />,
                ],
              }))}
            />
          )
        }
      />
      <Figure
        title={t("insights.appeals.title")}
        says={
          <>
            <p>{t("insights.appeals.says", { count: appeals.made, waiting: number(appeals.waiting) })}</p>
            <p>
              {decided === 0
                ? t("insights.appeals.noneDecided")
                : t("insights.appeals.decided", {
                    count: decided,
                    overturned: number(appeals.overturned),
                    share: withInterval(appeals.overturnedShare),
                  })}
            </p>
          </>
        }
        careful={decided > 0 && appeals.overturnedShare.few ? t("insights.appeals.few") : null}
        file={file("appeals")}
      />
    </>
  );
}
