import { Button, NativeSelect } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import type { Moderator } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { Late } from "../app/late.tsx";
import { Message } from "../app/message.tsx";
import { Page } from "../app/page.tsx";
import { isCallError } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { type Asked, askedIn, meantBy, searchOf } from "./asked.ts";
import { ExportLinks } from "./export-links.tsx";
import { FoundList } from "./found-list.tsx";
import { SearchForm } from "./search-form.tsx";
import css from "./search-page.module.css";
import { useSearch } from "./use-search.ts";
import { en } from "./words.en.ts";

bringWords("search", en);

interface Props {
  site: string | undefined;
  sites: Site[];
  moderator: Moderator;
}

/** All comments, searched. What is asked is the address, so that it can be sent to a colleague. */
export function SearchPage({ site, sites, moderator }: Props) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const box = useRef<HTMLInputElement>(null);
  const asked = askedIn(params);
  const ask = (next: Asked) => setParams(new URLSearchParams(searchOf(next)));
  const { query, found, words, refresh } = useSearch(asked, site);
  useActions({
    "queue.search": () => {
      box.current?.focus();
      box.current?.select();
    },
  });

  const empty = searchOf(asked) === "";
  const widened = words.flatMap(({ asked: word, found: others }) => {
    const rest = others.filter((one) => one !== word);
    return rest.length > 0 ? [t("search.alsoWord", { word, others: rest.slice(0, 8).join(", ") })] : [];
  });
  return (
    <Page title={t("search.title")} about={t("search.about")}>
      <SearchForm
        asked={asked}
        sites={site ? [site] : sites.map(({ slug }) => slug)}
        moderator={moderator}
        onAsk={ask}
        box={box}
      />
      {!empty && !query.error && found.length > 0 && (
        <div className={css.tools}>
          <output>
            {t(query.hasNextPage ? "search.foundMore" : "search.found", { count: found.length })}
          </output>
          <div className={css.right}>
            {asked.q && (
              <NativeSelect
                size="xs"
                aria-label={t("queue.sortBy")}
                value={asked.sort ?? "newest"}
                data={(["newest", "relevance"] as const).map((value) => ({
                  value,
                  label: t(`search.sort.${value}`),
                }))}
                onChange={(event) => ask({ ...asked, sort: event.currentTarget.value })}
              />
            )}
            <ExportLinks asked={asked} site={site} />
          </div>
        </div>
      )}
      {widened.length > 0 && <p className={css.widened}>{widened.join(" ")}</p>}
      {empty ? (
        <Message icon="search" title={t("search.start")} words={t("search.startWords")} />
      ) : query.error ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Late>
          <p className="rd-muted">{t("search.searching")}</p>
        </Late>
      ) : found.length === 0 ? (
        <Message icon="search" title={t("search.nothing")} words={t("search.nothingWords")}>
          {asked.q && !asked.near && (
            <Button variant="default" onClick={() => ask({ ...asked, near: "true" })}>
              {t("search.tryNear")}
            </Button>
          )}
        </Message>
      ) : (
        <>
          <FoundList
            found={found}
            sites={sites}
            showSite={site === undefined && sites.length > 1}
            refresh={refresh}
            whole={{ search: meantBy(asked, site) }}
            more={query.hasNextPage}
            stale={query.isPlaceholderData}
          />
          {query.hasNextPage && (
            <div className={css.next}>
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t("app.showMore")}
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation();
  const slow = isCallError(error) && error.code === "too_slow";
  return (
    <Message
      icon={slow ? "clock" : "warn"}
      title={t(slow ? "search.tooSlow" : "search.failed")}
      words={error.message}
    >
      <Button variant="default" onClick={retry}>
        {t("app.tryAgain")}
      </Button>
    </Message>
  );
}
