import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../app/section.tsx";
import { number } from "../language/format.ts";
import { CaughtNote } from "./caught-note.tsx";
import { EntryRows } from "./entry-rows.tsx";
import type { CaughtByList } from "./use-caught.ts";
import type { ListDraft } from "./use-draft.ts";
import css from "./word-lists.module.css";

const SHOWN = ["all", "most", "quiet", "harmless", "changed"] as const;
type Shown = (typeof SHOWN)[number];

/** All entries of a list: searched, looked through and taken out. */
export function Entries({ draft, caught }: { draft: ListDraft; caught: CaughtByList }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState("");
  const [shown, setShown] = useState<Shown>("all");
  const { entries, added, removed } = draft;
  const times = (entry: string): number => caught.of.get(entry)?.caught ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is counted is in caught
  const rows = useMemo(() => {
    const letters = wanted.trim().toLowerCase();
    // The latest on top, so that what was just added is seen.
    const all = (shown === "changed" ? [...removed, ...added] : [...removed, ...entries])
      .reverse()
      .filter(
        (entry) =>
          (shown !== "quiet" || caught.quiet?.has(entry)) &&
          (shown !== "harmless" || caught.harmless.has(entry)),
      );
    if (shown === "most") all.sort((one, other) => times(other) - times(one));
    return letters === "" ? all : all.filter((entry) => entry.toLowerCase().includes(letters));
  }, [entries, added, removed, wanted, shown, caught.of]);
  const left = (some: ReadonlySet<string> | null) =>
    some === null ? [] : entries.filter((entry) => some.has(entry));
  const idle = shown === "quiet" ? left(caught.quiet) : shown === "harmless" ? left(caught.harmless) : [];
  const counts: Record<Shown, number> = {
    all: entries.length,
    most: caught.of.size,
    quiet: left(caught.quiet).length,
    harmless: left(caught.harmless).length,
    changed: added.size + removed.length,
  };
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
          data={SHOWN.filter(
            (value) => value === shown || value === "all" || value === "most" || counts[value] > 0,
          ).map((value) => ({
            value,
            label: t(`wordLists.entries.show.${value}`, { count: counts[value] }),
          }))}
          onChange={(event) => setShown(event.currentTarget.value as Shown)}
        />
        <Button variant="default" disabled={!draft.undo} onClick={() => draft.undo?.()}>
          {t("wordLists.entries.undo")}
        </Button>
      </div>
      <CaughtNote caught={caught} />
      {idle.length > 0 && (
        <p className={css.meta}>
          {t(shown === "quiet" ? "wordLists.figures.quiet" : "wordLists.figures.harmless")}{" "}
          <Button variant="default" size="compact-sm" onClick={() => draft.remove(idle)}>
            {t("wordLists.figures.removeAll", { count: idle.length })}
          </Button>
        </p>
      )}
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
        <EntryRows rows={rows} draft={draft} caught={caught} />
      )}
    </Section>
  );
}
