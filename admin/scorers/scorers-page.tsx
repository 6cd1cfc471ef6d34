import { Button, Menu } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { readScorers, type SiteScorers, updateScorers } from "../../server/scoring/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { Icon } from "../app/icons.tsx";
import { showToast } from "../app/notices.ts";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { QueryState } from "../app/query-state.tsx";
import { SaveBar } from "../app/save-bar.tsx";
import { call } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import { addable, type Draft, draftOf, moved, same } from "./draft.ts";
import { ScorerCard } from "./scorer-card.tsx";
import css from "./scorers-page.module.css";
import { titleOf } from "./titles.ts";
import { en } from "./words.en.ts";

bringWords("scorers", en);

/** Health is read again this often, in ms. */
const LOOK_AGAIN = 10_000;

/** Which scorers a site asks, in which order, and how they are. */
export function ScorersPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ["scorers", site.slug];
  const [edited, setEdited] = useState<Draft[] | null>(null);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(readScorers, { params: { site: site.slug }, signal }),
    refetchInterval: LOOK_AGAIN,
  });
  const save = useMutation({
    mutationFn: (scorers: Draft[]) => call(updateScorers, { params: { site: site.slug }, body: { scorers } }),
    onSuccess: (saved) => {
      queries.setQueryData<SiteScorers>(key, saved);
      setEdited(null);
      showToast(t("scorers.saved"));
    },
  });

  if (!query.data)
    return <QueryState query={query} failed={t("scorers.failed")} loading={t("scorers.loading")} />;
  const { scorers, semantic, unscored } = query.data;
  const asSaved = scorers.map(draftOf);
  const list = edited ?? asSaved;
  const unsaved = !same(list, asSaved);
  const set = (at: number, part: Partial<Draft>) =>
    setEdited(list.map((one, i) => (i === at ? { ...one, ...part } : one)));

  return (
    <Page
      title={t("scorers.title")}
      site={site.name}
      about={t("scorers.about", { site: site.name })}
      action={
        <Menu>
          <Menu.Target>
            <Button type="button" leftSection={<Icon name="plus" />} disabled={list.length >= 10}>
              {t("scorers.add")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {addable(list).map((one) => (
              <Menu.Item key={one.name} onClick={() => setEdited([...list, one])}>
                {one.kind === "http" ? t("scorers.own") : titleOf(one)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(list);
        }}
      >
        {list.map((draft, at) => {
          const saved =
            scorers[asSaved.findIndex((one) => one.name === draft.name && one.kind === draft.kind)];
          return (
            <ScorerCard
              key={saved ? draft.name : `new ${at}`}
              site={site.slug}
              draft={draft}
              saved={saved}
              first={at === 0}
              last={at === list.length - 1}
              set={(part) => set(at, part)}
              move={(by) => setEdited(moved(list, at, by))}
              remove={
                draft.kind === "installed" || saved?.key === "installation"
                  ? null
                  : () => setEdited(list.filter((_, i) => i !== at))
              }
              onTested={() => void query.refetch()}
            />
          );
        })}
        {semantic !== "on" && <p className={css.none}>{t(`scorers.semantic.${semantic}`)}</p>}
        <p className={css.none}>
          {t(
            `scorers.${list.some(({ enabled }) => enabled) ? "whenNone" : "allOff"}.${site.settings.whenUnscored}`,
          )}{" "}
          <Link href={pathOf(site.slug, "settings")}>{t("scorers.changeThat")}</Link>.
          {unscored > 0 && ` ${t("scorers.backlog", { count: unscored })}`}
        </p>
        {unsaved && <SaveBar save={save} onDiscard={() => setEdited(null)} />}
      </form>
    </Page>
  );
}
