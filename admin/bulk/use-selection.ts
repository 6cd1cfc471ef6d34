import { useEffect, useReducer } from "react";
import type { Entry } from "../queue/reconcile.ts";
import { nothing, type Selection, type SelectionChange, select } from "./selection.ts";

export interface Choosing extends Selection {
  /** Adds or takes one; `extend`: everything from the last one chosen to this. */
  toggle: (id: string, extend: boolean) => void;
  chooseShown: () => void;
  chooseAll: () => void;
  clear: () => void;
}

/** Which comments of a list are chosen; what leaves the queue leaves the choice. */
export function useSelection(entries: Entry[]): Choosing {
  const [state, change] = useReducer(select, nothing as Selection);
  const shown = entries.filter((entry) => !entry.gone).map((entry) => entry.review.id);
  const names = shown.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the list, which is a new one each time
  useEffect(() => change({ type: "left", shown } as SelectionChange), [names]);
  return {
    ...state,
    toggle: (id, extend) => change(extend ? { type: "range", id, shown } : { type: "toggle", id }),
    chooseShown: () => change({ type: "shown", shown }),
    chooseAll: () => change({ type: "all", shown }),
    clear: () => change({ type: "clear" }),
  };
}
