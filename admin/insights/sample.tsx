import { useTranslation } from "react-i18next";
import { exact, number, percent } from "../language/format.ts";
import { DataTable } from "./data-table.tsx";
import { Figure } from "./figure.tsx";
import type { FigureProps } from "./figure-props.ts";
import { withInterval } from "./said.ts";

/** What the blind sample says: how much is missed, and how far moderators agree. */
export function Sample({ insights: { samples }, file }: FigureProps) {
  const { t } = useTranslation();
  const { approved, drawn, judged, refused, refusedShare, misses, pairs } = samples;
  const compared = pairs.bothApprove + pairs.bothReject + pairs.firstApproves + pairs.firstRejects;
  return (
    <>
      <Figure
        title={t("insights.misses.title")}
        says={
          <>
            <p>
              {misses
                ? t("insights.misses.says", {
                    count: misses.estimate,
                    low: number(misses.low),
                    high: number(misses.high),
                  })
                : t("insights.misses.none")}
            </p>
            <p>
              {t("insights.misses.how", {
                approved: number(approved),
                drawn: number(drawn),
                judged: number(judged),
                refused: number(refused),
              })}
            </p>
          </>
        }
        careful={misses && refusedShare.few ? t("insights.misses.few", { count: judged }) : null}
        file={file("samples")}
        table={
          misses && (
            <DataTable
              caption={t("insights.misses.title")}
              columns={[t("insights.misses.what"), t("insights.misses.value")]}
              rows={[
                { key: "approved", cells: [t("insights.misses.approved"), number(approved)] },
                { key: "judged", cells: [t("insights.misses.judged"), number(judged)] },
                { key: "refused", cells: [t("insights.misses.refused"), number(refused)] },
                { key: "share", cells: [t("insights.misses.share"), withInterval(refusedShare)] },
              ]}
            />
          )
        }
      />
      <Figure
        title={t("insights.agreement.title")}
        says={
          <>
            <p>
              {compared === 0
                ? t("insights.agreement.none")
                : t("insights.agreement.says", { count: compared, share: percent(pairs.agreed ?? 0) })}{" "}
              {compared > 0 &&
                (pairs.kappa === null || pairs.interval === null
                  ? t("insights.agreement.noKappa")
                  : t("insights.agreement.kappa", {
                      kappa: exact(pairs.kappa),
                      low: exact(pairs.interval.low),
                      high: exact(pairs.interval.high),
                    }))}
            </p>
            <p>{t("insights.agreement.about")}</p>
          </>
        }
        careful={compared > 0 && pairs.few ? t("insights.agreement.few", { count: compared }) : null}
        file={file("samples")}
        table={
          compared > 0 && (
            <DataTable
              caption={t("insights.agreement.title")}
              columns={[
                t("insights.agreement.first"),
                t("insights.agreement.approves"),
                t("insights.agreement.rejects"),
              ]}
              rows={[
                {
                  key: "approve",
                  cells: [
                    t("insights.agreement.firstApproves"),
                    number(pairs.bothApprove),
                    number(pairs.firstApproves),
                  ],
                },
                {
                  key: "reject",
                  cells: [
                    t("insights.agreement.firstRejects"),
                    number(pairs.firstRejects),
                    number(pairs.bothReject),
                  ],
                },
              ]}
            />
          )
        }
      />
    </>
  );
}
