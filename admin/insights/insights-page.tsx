import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Insights, PERIODS, type Period, type Table } from "../../server/insights/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Message } from "../app/message.tsx";
import { Page } from "../app/page.tsx";
import { QueryState } from "../app/query-state.tsx";
import { bringWords } from "../language/bring-words.ts";
import { dayAndTime } from "../language/format.ts";
import { Flow } from "./flow.tsx";
import { People } from "./people.tsx";
import { Places } from "./places.tsx";
import { RuleFigures } from "./rule-figures.tsx";
import { sum } from "./said.ts";
import { Sample } from "./sample.tsx";
import { fileOf, useInsights, usePeriod } from "./use-insights.ts";
import { en } from "./words.en.ts";

bringWords("insights", en);

/** What became of a site's comments in the last day, week or month. */
export function InsightsPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const [period, setPeriod] = usePeriod();
  const query = useInsights(site.slug, period);
  const insights = query.data;
  // The files are of the period that is shown.
  const file = (table: Table) => fileOf(site.slug, insights?.period ?? period, table);
  return (
    <Page
      title={t("insights.title")}
      site={site.name}
      about={t("insights.about", { site: site.name })}
      action={
        <SegmentedControl
          aria-label={t("insights.period.label")}
          value={period}
          onChange={(value) => setPeriod(value as Period)}
          data={PERIODS.map((value) => ({ value, label: t(`insights.period.${value}`) }))}
        />
      }
    >
      {insights && (
        <p className="rd-muted">
          {t("insights.span", { from: dayAndTime(insights.from), to: dayAndTime(insights.to) })}
        </p>
      )}
      {insights && isEmpty(insights) && (
        <Message icon="chart" title={t("insights.none")} words={t("insights.noneWords")} />
      )}
      {insights && !isEmpty(insights) && (
        <>
          <Flow insights={insights} file={file} />
          <Sample insights={insights} file={file} />
          <RuleFigures insights={insights} file={file} />
          <Places insights={insights} file={file} />
          <People insights={insights} file={file} />
        </>
      )}
      <QueryState query={query} failed={t("insights.failed")} loading={t("insights.loading")} />
    </Page>
  );
}

const isEmpty = ({ posted, decisions, queues, automatic, moderators, appeals }: Insights): boolean =>
  sum(posted) + sum(automatic.approved) + decisions.count + moderators.length + appeals.waiting === 0 &&
  queues.every(({ waiting }) => waiting === 0);
