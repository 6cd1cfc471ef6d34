import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Site, updateSite } from "../../server/sites/contract.ts";
import { showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import type { Draft, SetDraft } from "./draft.ts";
import { JudgingSections } from "./judging-sections.tsx";
import css from "./settings-page.module.css";
import { SiteSections } from "./site-sections.tsx";
import { useDraft } from "./use-draft.ts";

/** Everything an owner can choose for one site, saved together. */
export function SettingsPage({ site }: { site: Site }) {
  const queries = useQueryClient();
  const { draft, change, edit, drop } = useDraft(site);
  const setDraft = (next: Draft) => edit(() => next);
  const set: SetDraft = (part) => edit((was) => ({ ...was, settings: { ...was.settings, ...part } }));

  useEffect(() => {
    document.title = `Settings · ${site.name} · Replydesk`;
  }, [site.name]);

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
      drop();
      showToast("Settings saved.");
    },
  });

  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>Settings</h1>
        <p>What {site.name} publishes on its own, and what waits for a person.</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (change) save.mutate(change);
        }}
      >
        <JudgingSections draft={draft} setDraft={setDraft} set={set} />
        <SiteSections draft={draft} setDraft={setDraft} set={set} />
        {change && (
          <div className={css.save}>
            {save.error && (
              <div className={css.error} role="alert">
                Not saved. {save.error.message}
              </div>
            )}
            <span>You have unsaved changes.</span>
            <Button
              variant="default"
              onClick={() => {
                drop();
                save.reset();
              }}
            >
              Discard
            </Button>
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
          </div>
        )}
      </form>
    </div>
  );
}
