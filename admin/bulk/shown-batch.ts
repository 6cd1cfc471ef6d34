import { useSyncExternalStore } from "react";

/** The batch whose course and outcome are on the screen; kept while the person moves between pages. */
let shown: string | null = null;
const watchers = new Set<() => void>();

export function showBatch(id: string | null): void {
  shown = id;
  for (const changed of watchers) changed();
}

export function useShownBatch(): string | null {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => shown,
  );
}
