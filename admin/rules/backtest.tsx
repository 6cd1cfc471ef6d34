import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type BacktestRead,
  cancelBacktest,
  listBacktests,
  readBacktest,
  startBacktest,
} from "../../server/backtests/contract.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { FormError } from "../app/form-error.tsx";
import { Section } from "../app/section.tsx";
import { call } from "../client.ts";
import { number } from "../language/format.ts";
import aside from "./aside.module.css";
import css from "./backtest.module.css";
import { BacktestResult } from "./backtest-result.tsx";
import { type Draft, definitionOf, isComplete } from "./draft.ts";
import type { Examples } from "./use-examples.ts";
import type { RuleWithVersions } from "./use-rules.ts";

/** How often a back-test under way is looked at, in ms. */
const LOOK_AGAIN = 700;
const PERIODS = ["30", "90", "365", "all"] as const;

interface Props {
  site: string;
  rule: RuleWithVersions;
  draft: Draft;
  unsaved: boolean;
  /** Where comments to read can be kept with the rule. */
  examples: Examples;
  lists: readonly WordList[];
}

const isUnderWay = ({ status }: Pick<BacktestRead, "status">): boolean =>
  status === "waiting" || status === "running";

/** What the rule would have done with the comments of the site's past: the saved version, or the changes in the form. */
export function Backtest({ site, rule, draft, unsaved, examples, lists }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>("90");
  const key = ["backtest", site, rule.id];
  const shown = useQuery({
    queryKey: key,
    queryFn: async ({ signal }): Promise<BacktestRead | null> => {
      const known = queries.getQueryData<BacktestRead | null>(key);
      const id = known?.id ?? (await latest(site, rule.id, signal));
      return id ? call(readBacktest, { params: { site, id }, signal }) : null;
    },
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_AGAIN : false),
  });
  const keep = (read: BacktestRead) => queries.setQueryData(key, read);
  const start = useMutation({
    mutationFn: () =>
      call(startBacktest, {
        params: { site },
        body: {
          ruleId: rule.id,
          ...(unsaved ? { definition: definitionOf(draft) } : { version: rule.version }),
          days: period === "all" ? null : Number(period),
        },
      }),
    onSuccess: keep,
  });
  const cancel = useMutation({
    mutationFn: (id: string) => call(cancelBacktest, { params: { site, id } }),
    onSuccess: keep,
  });
  const test = shown.data;
  return (
    <Section title={t("rules.backtest.title")} about={t("rules.backtest.about")}>
      <div className={css.start}>
        <NativeSelect
          label={t("rules.backtest.period")}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value as (typeof PERIODS)[number])}
          data={PERIODS.map((value) => ({ value, label: t(`rules.backtest.periods.${value}`) }))}
        />
        <Button
          variant="default"
          loading={start.isPending}
          disabled={!isComplete(draft) || (test ? isUnderWay(test) : false)}
          onClick={() => start.mutate()}
        >
          {t("rules.backtest.act")}
        </Button>
      </div>
      <FormError error={start.error ?? cancel.error ?? shown.error} />
      <div aria-live="polite">
        {test && isUnderWay(test) && (
          <p className={aside.hint}>
            {t("rules.backtest.underWay", { seen: number(test.seen), total: number(test.total) })}{" "}
            <Button variant="subtle" size="compact-sm" onClick={() => cancel.mutate(test.id)}>
              {t("rules.backtest.stop")}
            </Button>
          </p>
        )}
        {test?.status === "failed" && <p className={aside.hint}>{t("rules.backtest.failed")}</p>}
        {test?.status === "cancelled" && <p className={aside.hint}>{t("rules.backtest.cancelled")}</p>}
        {test?.result && (
          <>
            <p className={aside.hint}>
              {test.version === null
                ? t("rules.backtest.ofDraft")
                : test.version === rule.version
                  ? t("rules.backtest.ofThis", { version: test.version })
                  : t("rules.backtest.ofOlder", { version: test.version })}
            </p>
            <BacktestResult result={test.result} rule={test.definition} examples={examples} lists={lists} />
          </>
        )}
      </div>
    </Section>
  );
}

async function latest(site: string, rule: string, signal: AbortSignal): Promise<string | null> {
  const { items } = await call(listBacktests, { params: { site }, query: { rule, limit: 1 }, signal });
  return items[0]?.id ?? null;
}
