import { useSyncExternalStore } from "react";
import { decidedAt, type Stretch } from "./breaks.ts";

/** How long somebody who put a break off is left alone, in ms. */
const LATER_MS = 10 * 60_000;

let stretch: Stretch | null = null;
const watchers = new Set<() => void>();

function become(next: Stretch | null): void {
  stretch = next;
  for (const changed of watchers) changed();
}

export const noteDecision = (now = Date.now()): void => become(decidedAt(stretch, now));

/** Says no more of it until ten minutes later. */
export const remindLater = (now = Date.now()): void =>
  become(stretch && { ...stretch, quietUntil: now + LATER_MS });

/** The stretch begins anew. */
export const startAnew = (): void => become(null);

export function useStretch(): Stretch | null {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => stretch,
  );
}
