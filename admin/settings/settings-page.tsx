import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Site, updateSite } from "../../server/sites/contract.ts";
import { showToast } from "../app/notices.ts";
import { Page } from "../app/page.tsx";
import { SaveBar } from "../app/save-bar.tsx";
import { call } from "../client.ts";
import { bringWords } from "../language/bring-words.ts";
import type { Draft, SetDraft } from "./draft.ts";
import { JudgingSections } from "./judging-sections.tsx";
import { ReaderSections } from "./reader-sections.tsx";
import { SiteSections } from "./site-sections.tsx";
import { useDraft } from "./use-draft.ts";
import { en } from "./words.en.ts";

bringWords("settings", en);

/** Everything an owner can choose for one site, saved together. */
export function SettingsPage({ site }: { site: Site }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { draft, change, edit, drop } = useDraft(site);
  const setDraft = (next: Draft) => edit(() => next);
  const set: SetDraft = (part) => edit((was) => ({ ...was, settings: { ...was.settings, ...part } }));

  const unsaved = change !== null;
  useEffect(() => {
    if (!unsaved) return;
    // The bar has just appeared, perhaps over the field being changed.
    document.activeElement?.scrollIntoView({ block: "nearest" });
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  const save = useMutation({
    mutationFn: (body: NonNullable<typeof change>) => call(updateSite, { params: { site: site.slug }, body }),
    onSuccess: (saved) => {
      queries.setQueryData<Site[]>(["sites"], (sites) =>
        sites?.map((one) => (one.id === saved.id ? saved : one)),
      );
      void queries.invalidateQueries({ queryKey: ["settings-changes"] });
      drop();
      showToast(t("settings.saved"));
    },
  });

  return (
    <Page
      title={t("settings.title")}
      site={site.name}
      about={t("settings.about", { site: site.name })}
      narrow
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (change) save.mutate(change);
        }}
      >
        <JudgingSections draft={draft} setDraft={setDraft} set={set} />
        <ReaderSections draft={draft} setDraft={setDraft} set={set} />
        <SiteSections draft={draft} setDraft={setDraft} set={set} />
        {change && <SaveBar save={save} onDiscard={drop} />}
      </form>
    </Page>
  );
}
