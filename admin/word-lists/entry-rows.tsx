import { ActionIcon, Button } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../app/icons.tsx";
import { number } from "../language/format.ts";
import css from "./entries.module.css";
import { Sparkline } from "./sparkline.tsx";
import type { CaughtByList } from "./use-caught.ts";
import type { ListDraft } from "./use-draft.ts";

const ROW_HEIGHT = 40;

interface Props {
  rows: readonly string[];
  draft: ListDraft;
  caught: CaughtByList;
}

/** Entries by the thousand: only those in sight are drawn. */
export function EntryRows({ rows, draft, caught }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const gone = useMemo(() => new Set(draft.removed), [draft.removed]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (i) => rows[i] ?? i,
    overscan: 10,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section ref={box} className={css.box} tabIndex={0} aria-label={t("wordLists.entries.label")}>
      <ul className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const entry = rows[item.index];
          if (entry === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={css.row}
              data-state={gone.has(entry) ? "gone" : draft.added.has(entry) ? "new" : undefined}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className={css.entry}>
                {gone.has(entry) ? <del>{entry}</del> : entry}
                {draft.added.has(entry) && <span className={css.new}>{t("wordLists.entries.new")}</span>}
              </span>
              <Figures entry={entry} caught={caught} />
              {gone.has(entry) ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("wordLists.entries.keepEntry", { entry })}
                  onClick={() => draft.add([entry])}
                >
                  {t("app.keep")}
                </Button>
              ) : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("wordLists.entries.remove", { entry })}
                  onClick={() => draft.remove([entry])}
                >
                  <Icon name="trash" size={15} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Figures({ entry, caught }: { entry: string; caught: CaughtByList }) {
  const { t } = useTranslation();
  const row = caught.of.get(entry);
  if (!row) return null;
  const { caught: count, approved, refused, byDay } = row;
  return (
    <span className={css.figures} data-harmless={caught.harmless.has(entry) || undefined}>
      {byDay && <Sparkline values={byDay} />}
      {t("wordLists.figures.row", { count, approved: number(approved), refused: number(refused) })}
    </span>
  );
}
