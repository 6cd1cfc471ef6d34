import { useMemo, useState } from "react";
import { differences } from "./differences.ts";

/** Steps that can be taken back. */
const STEPS = 30;

export interface ListDraft {
  entries: readonly string[];
  added: ReadonlySet<string>;
  removed: readonly string[];
  changed: boolean;
  /** What they are now; what was can be taken back. */
  set: (entries: readonly string[]) => void;
  add: (entries: readonly string[]) => void;
  remove: (entries: readonly string[]) => void;
  /** Null while there is nothing to take back. */
  undo: (() => void) | null;
  reset: () => void;
}

/** A list's entries while they are changed; nothing is kept before it is saved. */
export function useDraft(saved: readonly string[]): ListDraft {
  const [steps, setSteps] = useState<(readonly string[])[]>([]);
  const entries = steps.at(-1) ?? saved;
  const step = (next: (now: readonly string[]) => readonly string[]) =>
    setSteps((was) => [...was.slice(-STEPS), next(was.at(-1) ?? saved)]);
  const { added, removed } = useMemo(() => differences(saved, entries), [saved, entries]);
  return {
    entries,
    added,
    removed,
    changed: added.size > 0 || removed.length > 0,
    set: (next) => step(() => next),
    add: (more) => step((now) => [...new Set([...now, ...more])]),
    remove: (gone) => {
      const all = new Set(gone);
      step((now) => now.filter((entry) => !all.has(entry)));
    },
    undo: steps.length === 0 ? null : () => setSteps((was) => was.slice(0, -1)),
    reset: () => setSteps([]),
  };
}
