/** Which comments of a list somebody has chosen. `anchor`: where a range begins, the one chosen last by hand. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor: string | null;
  /** Everything in the queue is meant, also what is not loaded. */
  all: boolean;
}

export type SelectionChange =
  | { type: "toggle"; id: string }
  /** From the anchor to this one, in the order shown. */
  | { type: "range"; id: string; shown: string[] }
  | { type: "shown"; shown: string[] }
  | { type: "all"; shown: string[] }
  | { type: "clear" }
  /** What waits no longer is no longer chosen. */
  | { type: "left"; shown: string[] };

/** Comments one may choose by hand; more is chosen as the whole queue. */
export const MOST_CHOSEN = 1_000;

export const nothing: Selection = { ids: new Set(), anchor: null, all: false };

export function select(now: Selection, change: SelectionChange): Selection {
  switch (change.type) {
    case "toggle": {
      const ids = new Set(now.ids);
      if (!ids.delete(change.id) && ids.size < MOST_CHOSEN) ids.add(change.id);
      return { ids, anchor: change.id, all: false };
    }
    case "range": {
      const { id, shown } = change;
      const [from, to] = [shown.indexOf(now.anchor ?? id), shown.indexOf(id)];
      if (from < 0 || to < 0) return select(now, { type: "toggle", id });
      const between = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      return { ...now, ids: some([...now.ids, ...between]), all: false };
    }
    case "shown":
      return { ids: some(change.shown), anchor: now.anchor, all: false };
    case "all":
      return { ids: new Set(change.shown), anchor: now.anchor, all: true };
    case "clear":
      return nothing;
    case "left": {
      if (now.all) return { ...now, ids: new Set(change.shown) };
      const shown = new Set(change.shown);
      const ids = [...now.ids].filter((id) => shown.has(id));
      return ids.length === now.ids.size ? now : { ...now, ids: new Set(ids) };
    }
  }
}

const some = (ids: string[]): Set<string> => new Set([...new Set(ids)].slice(0, MOST_CHOSEN));
