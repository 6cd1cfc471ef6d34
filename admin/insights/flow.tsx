import { useTranslation } from "react-i18next";
import { number } from "../language/format.ts";
import { Bars } from "./bars.tsx";
import { DataTable } from "./data-table.tsx";
import { Figure } from "./figure.tsx";
import type { FigureProps } from "./figure-props.ts";
import { lasted, partNames, shareSaid, sum } from "./said.ts";

/** What came in, what became of it by itself, and how long people take for the rest. */
export function Flow({ insights, file }: FigureProps) {
  const { t } = useTranslation();
  const { posted, automatic, queues, decisions, unit } = insights;
  const parts = partNames(insights);
  const when = t(`insights.unit.${unit}`);
  const did = (["approved", "held", "rejected"] as const).map((status) => ({
    name: t(`insights.did.${status}`),
    values: automatic[status],
  }));
  const waits = [
    { name: t("insights.waits.p90"), values: decisions.parts.map(({ p90Seconds }) => p90Seconds ?? 0) },
    { name: t("insights.waits.p50"), values: decisions.parts.map(({ p50Seconds }) => p50Seconds ?? 0) },
  ];
  return (
    <>
      <Figure
        title={t("insights.posted.title")}
        says={<p>{t("insights.posted.says", { count: sum(posted) })}</p>}
        file={file("posted")}
        chart={
          <Bars
            label={t("insights.posted.picture")}
            series={[{ name: t("insights.posted.count"), values: posted }]}
            parts={parts}
            starts={insights.starts}
          />
        }
        table={
          <DataTable
            caption={t("insights.posted.title")}
            columns={[when, t("insights.posted.count")]}
            rows={parts.map((part, i) => ({
              key: insights.starts[i] ?? "",
              cells: [part, number(posted[i] ?? 0)],
            }))}
          />
        }
      />
      <Figure
        title={t("insights.automatic.title")}
        says={
          <>
            <p>{t("insights.automatic.says", { share: shareSaid(automatic.decided) })}</p>
            <p>{t("insights.automatic.about")}</p>
          </>
        }
        file={file("automatic")}
        chart={
          <Bars label={t("insights.automatic.picture")} series={did} parts={parts} starts={insights.starts} />
        }
        table={
          <DataTable
            caption={t("insights.automatic.title")}
            columns={[when, ...did.map(({ name }) => name)]}
            rows={parts.map((part, i) => ({
              key: insights.starts[i] ?? "",
              cells: [part, ...did.map(({ values }) => number(values[i] ?? 0))],
            }))}
          />
        }
      />
      <Figure
        title={t("insights.queues.title")}
        says={<p>{t("insights.queues.about")}</p>}
        file={file("queues")}
        table={
          <DataTable
            caption={t("insights.queues.title")}
            columns={[
              t("insights.queues.queue"),
              t("insights.queues.waiting"),
              t("insights.queues.median"),
              t("insights.queues.oldest"),
            ]}
            rows={queues.map(({ queue, waiting, medianSeconds, oldestSeconds }) => ({
              key: queue,
              cells: [t(`app.page.${queue}`), number(waiting), lasted(medianSeconds), lasted(oldestSeconds)],
            }))}
          />
        }
      />
      <Figure
        title={t("insights.waits.title")}
        says={
          <p>
            {decisions.count === 0
              ? t("insights.waits.none")
              : t("insights.waits.says", {
                  count: decisions.count,
                  p50: lasted(decisions.p50Seconds),
                  p90: lasted(decisions.p90Seconds),
                })}
          </p>
        }
        file={file("decisions")}
        chart={
          decisions.count > 0 && (
            <Bars
              label={t("insights.waits.picture")}
              series={waits}
              parts={parts}
              starts={insights.starts}
              overlaid
              words={lasted}
            />
          )
        }
        table={
          decisions.count > 0 && (
            <DataTable
              caption={t("insights.waits.title")}
              columns={[when, t("insights.waits.decided"), t("insights.waits.p50"), t("insights.waits.p90")]}
              rows={decisions.parts.map(({ count, p50Seconds, p90Seconds }, i) => ({
                key: insights.starts[i] ?? "",
                cells: [parts[i], number(count), lasted(p50Seconds), lasted(p90Seconds)],
              }))}
            />
          )
        }
      />
    </>
  );
}
