import { useEffect, useRef } from "react";
import { type Keys, useKeys } from "../app/use-keys.ts";
import { ACTION_IDS, type ActionId, factsOf } from "./list.ts";

/** What each action does here; false, null or undefined: not now. */
export type Bindings = Partial<Record<ActionId, (() => void) | false | null>>;

const bound = new Set<{ current: Bindings }>();

/** Lets actions be done by their keys and from the palette, for as long as the component is there and `on`. */
export function useActions(bindings: Bindings, on = true): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    if (!on) return;
    bound.add(latest);
    return () => {
      bound.delete(latest);
    };
  }, [on]);
  useKeys(keysOf(bindings), on);
}

/** What can be done at this moment, in the order of the list. */
export function actionsNow(): { id: ActionId; run: () => void }[] {
  const all: Bindings = Object.assign({}, ...[...bound].map(({ current }) => current));
  return ACTION_IDS.flatMap((id) => {
    const run = all[id];
    return run ? [{ id, run }] : [];
  });
}

function keysOf(bindings: Bindings): Keys {
  const keys: Keys = {};
  for (const id of Object.keys(bindings) as ActionId[]) {
    const run = bindings[id];
    const { keys: names = [], repeats } = factsOf(id);
    if (!run) continue;
    for (const name of names) {
      keys[name] = (event) => {
        if (repeats || !event.repeat) run();
      };
    }
  }
  return keys;
}
