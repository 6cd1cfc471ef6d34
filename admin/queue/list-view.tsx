import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Choosing } from "../bulk/use-selection.ts";
import { ListRow } from "./list-row.tsx";
import css from "./list-view.module.css";
import { indexOf, takenBy } from "./queue-state.ts";
import type { Queue } from "./use-queue.ts";

const ROW_HEIGHT = 70;
/** What the bars above and below the list cover, so that the picked row never hides behind them. */
const COVERED = { top: 120, bottom: 100 };

interface Props {
  queue: Queue;
  /** null: nothing is decided together here. */
  chosen: Choosing | null;
  me: string | null;
  showSite: boolean;
  onOpen: () => void;
  /** Set here: whether the current row is in sight; where it is not, it is brought there. */
  sight: RefObject<() => boolean>;
}

/** Many comments, one row each. Only what is near the window is drawn. */
export function ListView({ queue, chosen, me, showSite, onOpen, sight }: Props) {
  const { t } = useTranslation();
  const { entries, currentId, change, loadMore } = queue;
  const list = useRef<HTMLOListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0), []);

  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (i) => entries[i]?.review.id ?? i,
    overscan: 8,
    scrollMargin: offset,
    scrollPaddingStart: COVERED.top,
    scrollPaddingEnd: COVERED.bottom,
  });
  const items = rows.getVirtualItems();

  const at = indexOf(entries, currentId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the moderator's own step scrolls, never an arrival
  useEffect(() => {
    if (at < 0) return;
    const height = list.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.offsetHeight ?? 0;
    const fits = height <= innerHeight - COVERED.top - COVERED.bottom;
    // What is longer than the window is read from its beginning, from wherever one comes.
    rows.scrollToIndex(at, { align: fits ? "auto" : "start" });
  }, [currentId]);

  sight.current = () => {
    const row = list.current?.querySelector(`[data-index="${at}"]`)?.getBoundingClientRect();
    const seen = row && row.bottom > COVERED.top && row.top < innerHeight - COVERED.bottom;
    if (!seen && at >= 0) rows.scrollToIndex(at, { align: "center" });
    return seen === true;
  };

  const lastDrawn = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastDrawn >= entries.length - 5) loadMore();
  }, [lastDrawn, entries.length, loadMore]);

  const pick = useCallback((id: string) => change({ type: "select", id }), [change]);
  const open = useCallback(
    (id: string) => {
      change({ type: "select", id });
      onOpen();
    },
    [change, onOpen],
  );

  const latest = useRef(chosen);
  latest.current = chosen;
  const choose = useCallback((id: string, extend: boolean) => latest.current?.toggle(id, extend), []);

  return (
    <ol
      ref={list}
      className={css.list}
      style={{ height: rows.getTotalSize() }}
      aria-label={t(`queue.comments.${queue.queue}`)}
    >
      {items.map((item) => {
        const entry = entries[item.index];
        if (!entry) return null;
        return (
          <li
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            className={css.item}
            aria-setsize={queue.complete ? entries.length : -1}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - offset}px)` }}
          >
            <ListRow
              entry={entry}
              taken={takenBy(entry, me)}
              current={entry.review.id === currentId}
              opened={queue.chosen && entry.review.id === currentId}
              showSite={showSite}
              chosen={chosen ? chosen.ids.has(entry.review.id) : null}
              onChoose={choose}
              onPick={pick}
              onOpen={open}
            />
          </li>
        );
      })}
    </ol>
  );
}
