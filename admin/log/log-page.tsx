import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { exportLog, type LogEntry, readLog } from "../../server/audit/contract.ts";
import { listPeople } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Message } from "../app/message.tsx";
import { Page } from "../app/page.tsx";
import { QueryState } from "../app/query-state.tsx";
import { addressOf, call } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { day } from "../language/format.ts";
import { FILTERS, type Filters, queryOf, useFilters } from "./filters.ts";
import { LastCheck } from "./last-check.tsx";
import { LogLine } from "./log-entry.tsx";
import { LogFilters } from "./log-filters.tsx";
import css from "./log-page.module.css";
import { en } from "./words.en.ts";

bringWords("log", en);

/** Who did what, and when: everything for owners, comments for moderators. */
export function LogPage({ owner, sites }: { owner: boolean; sites: Site[] }) {
  const { t } = useTranslation();
  const [filters, change] = useFilters();
  const query = useInfiniteQuery({
    queryKey: ["log", filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }) =>
      call(readLog, { query: { ...queryOf(filters), limit: 100, after }, signal }),
    getNextPageParam: (answer) => answer.next ?? undefined,
  });
  const colleagues = useQuery({
    queryKey: ["log", "people"],
    queryFn: async ({ signal }) => (await call(listPeople, { query: { limit: 200 }, signal })).items,
    enabled: owner,
  });
  const people: Record<string, string> = Object.assign(
    Object.fromEntries(colleagues.data?.map(({ id, name }) => [id, name]) ?? []),
    ...(query.data?.pages.map((page) => page.people) ?? []),
  );
  const entries = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t("log.title")} about={t("log.about")} action={<SaveAs filters={filters} />}>
      {owner && <LastCheck />}
      <LogFilters owner={owner} sites={sites} people={people} filters={filters} onChange={change} />
      {entries && entries.length === 0 && (
        <Message icon="book" title={t("log.none")} words={t("log.noneWords")}>
          <Button
            variant="default"
            onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, ""])))}
          >
            {t("log.clear")}
          </Button>
        </Message>
      )}
      {byDay(entries ?? []).map(([date, ofDay]) => (
        <section key={date} className={css.day} aria-label={date}>
          <h2>{date}</h2>
          <ol>
            {ofDay.map((entry) => (
              <LogLine
                key={entry.id}
                entry={entry}
                people={people}
                site={sites.length > 1 ? (sites.find(({ slug }) => slug === entry.site)?.name ?? null) : null}
                onNarrow={change}
              />
            ))}
          </ol>
        </section>
      ))}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("app.showMore")}
        </Button>
      )}
      <QueryState query={query} failed={t("log.failed")} loading={t("log.loading")} />
    </Page>
  );
}

function SaveAs({ filters }: { filters: Filters }) {
  const { t } = useTranslation();
  return (
    <span className={css.save}>
      {t("log.save")}
      {(["csv", "jsonl"] as const).map((format) => (
        <Button
          key={format}
          component="a"
          variant="default"
          size="compact-sm"
          download
          href={addressOf(exportLog, { query: { ...queryOf(filters), format } })}
        >
          {t(`log.${format}`)}
        </Button>
      ))}
    </span>
  );
}

/** Entries stand in the order of what was written; those of one day in a row belong together. */
function byDay(entries: LogEntry[]): [string, LogEntry[]][] {
  const days: [string, LogEntry[]][] = [];
  for (const entry of entries) {
    const date = day(entry.createdAt);
    const last = days.at(-1);
    if (last?.[0] === date) last[1].push(entry);
    else days.push([date, [entry]]);
  }
  return days;
}
