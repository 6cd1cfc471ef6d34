import { Button } from "@mantine/core";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { Icon } from "../app/icons.tsx";
import { Message } from "../app/message.tsx";
import page from "../app/page.module.css";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { When } from "../comment/when.tsx";
import { bringWords } from "../language/bring-words.ts";
import { languageName } from "../language/format.ts";
import { NamedBy } from "./named-by.tsx";
import { NewList } from "./new-list.tsx";
import { useLists, useRefreshLists } from "./use-lists.ts";
import css from "./word-lists.module.css";
import { en } from "./words.en.ts";

bringWords("wordLists", en);

/** The word lists of a site. */
export function WordListsPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const refresh = useRefreshLists(site.slug);
  const [adding, setAdding] = useState(false);
  const query = useLists(site.slug);
  const lists = query.data;
  const add = (
    <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {t("wordLists.make")}
    </Button>
  );
  return (
    <Page
      title={t("wordLists.title")}
      site={site.name}
      about={t("wordLists.about")}
      action={lists && lists.length > 0 && !adding && add}
    >
      {adding && (
        <NewList
          site={site.slug}
          onCancel={() => setAdding(false)}
          onMade={({ id }) => {
            void refresh();
            go(pathOf(site.slug, "word-lists", id));
          }}
        />
      )}
      {lists?.map((list) => (
        <ListCard key={list.id} site={site.slug} list={list} />
      ))}
      {lists?.length === 0 && !adding && (
        <Message icon="words" title={t("wordLists.none")} words={t("wordLists.noneWords")}>
          {add}
        </Message>
      )}
      <QueryState query={query} failed={t("wordLists.failed")} loading={t("wordLists.loading")} />
    </Page>
  );
}

function ListCard({ site, list }: { site: string; list: WordList }) {
  const { t } = useTranslation();
  const { id, name, kind, language, size, changedAt, changedBy } = list;
  return (
    <section className={`${page.card} ${css.card}`} aria-label={name}>
      <div className={css.cardTop}>
        <h2>
          <Link href={pathOf(site, "word-lists", id)}>{name}</Link>
        </h2>
        <span className={css.kind}>{t(`wordLists.kind.${kind}`)}</span>
      </div>
      <p className={page.meta}>
        {t("wordLists.size", { count: size })} ·{" "}
        {language === null ? t("wordLists.everyLanguage") : languageName(language)} ·{" "}
        <Trans
          i18nKey="wordLists.changed"
          components={{ name: <bdi>{changedBy.name}</bdi>, when: <When at={changedAt} /> }}
        />
      </p>
      <NamedBy site={site} list={list} />
    </section>
  );
}
