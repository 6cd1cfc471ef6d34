import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../app/section.tsx";
import { number } from "../language/format.ts";
import { EntryRows } from "./entry-rows.tsx";
import type { ListDraft } from "./use-draft.ts";
import css from "./word-lists.module.css";

const SHOWN = ["all", "changed"] as const;

/** All entries of a list: searched, looked through and taken out. */
export function Entries({ draft }: { draft: ListDraft }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState("");
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("all");
  const { entries, added, removed } = draft;
  const rows = useMemo(() => {
    const letters = wanted.trim().toLowerCase();
    // The latest on top, so that what was just added is seen.
    const all = shown === "changed" ? [...removed, ...added].reverse() : [...removed, ...entries].reverse();
    return letters === "" ? all : all.filter((entry) => entry.toLowerCase().includes(letters));
  }, [entries, added, removed, wanted, shown]);
  return (
    <Section title={t("wordLists.entries.title", { count: entries.length })}>
      <div className={css.tools}>
        <TextInput
          type="search"
          aria-label={t("wordLists.entries.search")}
          placeholder={t("wordLists.entries.search")}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t("wordLists.entries.shown")}
          value={shown}
          data={SHOWN.map((value) => ({
            value,
            label: t(`wordLists.entries.show.${value}`, { count: added.size + removed.length }),
          }))}
          onChange={(event) => setShown(event.currentTarget.value as (typeof SHOWN)[number])}
        />
        <Button variant="default" disabled={!draft.undo} onClick={() => draft.undo?.()}>
          {t("wordLists.entries.undo")}
        </Button>
      </div>
      <p className={css.meta} aria-live="polite">
        {wanted.trim() !== "" && t("wordLists.entries.found", { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <p className="rd-muted">
          {entries.length === 0
            ? t("wordLists.entries.none")
            : t("wordLists.entries.nothing", { of: number(entries.length) })}
        </p>
      ) : (
        <EntryRows rows={rows} draft={draft} />
      )}
    </Section>
  );
}
