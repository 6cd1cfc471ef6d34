import { Button, Checkbox, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { listReaders, type ReaderItem } from "../../server/readers/contract.ts";
import { Message } from "../app/message.tsx";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import { Counts, FirstSeen, InForce, Record } from "./reader-line.tsx";
import css from "./readers.module.css";

/** Typing rests this long, in ms, before the server is asked. */
const REST_MS = 250;

/** Who writes here, to be found by name or, for owners, e-mail. */
export function ReadersPage({ site, owner }: { site: string | undefined; owner: boolean }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [sanctioned, setSanctioned] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), REST_MS);
  const query = useInfiniteQuery({
    queryKey: ["readers", site ?? null, q, sanctioned],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listReaders, {
        query: {
          site,
          q: q || undefined,
          sanctioned: sanctioned ? "true" : undefined,
          limit: 50,
          after: pageParam,
        },
        signal,
      }),
    getNextPageParam: (answer) => answer.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const readers = query.data?.pages.flatMap((answer) => answer.items);
  return (
    <Page title={t("readers.title")} about={t("readers.about")}>
      <search className={css.search}>
        <TextInput
          type="search"
          aria-label={t(owner ? "readers.searchOwner" : "readers.search")}
          placeholder={t(owner ? "readers.searchOwner" : "readers.search")}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={t("readers.onlySanctioned")}
          checked={sanctioned}
          onChange={(event) => setSanctioned(event.currentTarget.checked)}
        />
      </search>
      {readers && readers.length > 0 && (
        <ul className={css.list}>
          {readers.map((reader) => (
            <Item key={reader.id} reader={reader} showSite={site === undefined} />
          ))}
        </ul>
      )}
      {readers?.length === 0 && (
        <Message icon="people" title={t("readers.none")} words={t("readers.noneWords")} />
      )}
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()}>
          {t("app.showMore")}
        </Button>
      )}
      <QueryState query={query} failed={t("readers.failed")} loading={t("readers.loading")} />
    </Page>
  );
}

function Item({ reader, showSite }: { reader: ReaderItem; showSite: boolean }) {
  return (
    <li className={css.item}>
      <div className={css.line}>
        <Link href={pathOf(undefined, "readers", reader.id)} className={css.name}>
          <bdi>{reader.name}</bdi>
        </Link>
        <InForce sanctions={reader.sanctions} />
      </div>
      <div className={css.meta}>
        <FirstSeen reader={reader} />
        {showSite && ` · ${reader.site.name}`}
        {reader.email && ` · ${reader.email}`}
      </div>
      <div className={css.meta}>
        <Counts reader={reader} />
        {" · "}
        <Record reader={reader} />
      </div>
    </li>
  );
}
