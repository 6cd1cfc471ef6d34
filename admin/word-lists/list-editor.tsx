import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { Site } from "../../server/sites/contract.ts";
import { showProblem, showToast } from "../app/notices.ts";
import { Page } from "../app/page.tsx";
import { pathOf } from "../app/place.ts";
import { Section } from "../app/section.tsx";
import { useKeys } from "../app/use-keys.ts";
import { AddEntry } from "./add-entry.tsx";
import { DeleteList } from "./delete-list.tsx";
import { Entries } from "./entries.tsx";
import { ExportLinks } from "./export-links.tsx";
import { ListFields } from "./list-fields.tsx";
import { ManyEntries } from "./many-entries.tsx";
import { NamedBy } from "./named-by.tsx";
import { SaveList } from "./save-list.tsx";
import { useCaught } from "./use-caught.ts";
import { useDraft } from "./use-draft.ts";
import { type ListWithVersions, useRefreshLists } from "./use-lists.ts";
import { restoreVersion, Versions } from "./versions.tsx";
import css from "./word-lists.module.css";

/** A list being looked through and changed. Changes are gathered and saved together, since rules follow what is saved at once. */
export function ListEditor({ site, list }: { site: Site; list: ListWithVersions }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const refresh = useRefreshLists(site.slug);
  const draft = useDraft(list.entries);
  const caught = useCaught(site.slug, list);
  const [facts, setFacts] = useState({ name: list.name, language: list.language });
  const [many, setMany] = useState(false);
  const renamed = facts.name !== list.name || facts.language !== list.language;
  const unsaved = draft.changed || renamed;
  useKeys({ "mod+z": () => draft.undo?.(), u: () => draft.undo?.() });
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  useEffect(() => setFacts({ name: list.name, language: list.language }), [list.name, list.language]);

  const saved = async (version: number) => {
    const before = { version: list.version, name: list.name, language: list.language };
    await refresh();
    draft.reset();
    showToast(t("wordLists.saved"), () => {
      restoreVersion(site.slug, { id: list.id, version }, before).then(refresh, (error: Error) =>
        showProblem(error.message),
      );
    });
  };
  return (
    <Page
      title={list.name}
      site={site.name}
      about={<Link href={pathOf(site.slug, "word-lists")}>{t("wordLists.back")}</Link>}
      wide
    >
      <div className={css.editor}>
        <div>
          <Section title={t("wordLists.add.title")} about={t(`wordLists.add.about.${list.kind}`)}>
            {many ? (
              <ManyEntries site={site.slug} draft={draft} onDone={() => setMany(false)} />
            ) : (
              <>
                <AddEntry site={site.slug} list={{ ...list, language: facts.language }} draft={draft} />
                <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setMany(true)}>
                  {t("wordLists.many.open")}
                </Button>
              </>
            )}
          </Section>
          <Entries draft={draft} caught={caught} />
          {unsaved && (
            <SaveList
              site={site.slug}
              list={list}
              facts={facts}
              draft={draft}
              onSaved={(version) => void saved(version)}
              onDiscard={() => {
                draft.reset();
                setFacts({ name: list.name, language: list.language });
              }}
            />
          )}
        </div>
        <aside>
          <Section title={t(`wordLists.kind.${list.kind}`)} about={t(`wordLists.kindAbout.${list.kind}`)}>
            <h3 className={css.small}>{t("wordLists.rules.title")}</h3>
            <NamedBy site={site.slug} list={list} />
          </Section>
          <Section title={t("wordLists.fields.title")}>
            <div className={css.fields}>
              <ListFields value={facts} onChange={setFacts} />
            </div>
            <h3 className={css.small}>{t("wordLists.export.title")}</h3>
            <ExportLinks site={site.slug} list={list} />
            <h3 className={css.small}>{t("wordLists.deleteHeading")}</h3>
            <DeleteList
              site={site.slug}
              list={list}
              onDeleted={() => {
                void refresh();
                go(pathOf(site.slug, "word-lists"));
              }}
            />
          </Section>
          <Versions
            site={site.slug}
            list={list}
            onRestored={() => {
              draft.reset();
              void refresh();
            }}
          />
        </aside>
      </div>
    </Page>
  );
}
