import type { Queue, Review } from "../../server/reviews/contract.ts";
import { type Decided, type Entry, reconcile } from "./reconcile.ts";

export interface QueueState {
  entries: Entry[];
  fresh: Review[];
  /** The comment being read; null while nothing is there. */
  currentId: string | null;
  /** Whether the person chose it, rather than came to it by deciding another. */
  chosen: boolean;
  /** Whose desk this is: what a colleague is on is passed over. */
  me: string | null;
  /** Which queue it is: what does not wait in it any more is gone. */
  queue: Queue;
  latest: Review[];
  complete: boolean;
}

export type QueueChange =
  | { type: "answered"; reviews: Review[]; complete: boolean; decided: Decided }
  | { type: "step"; by: 1 | -1 }
  | { type: "select"; id: string }
  | { type: "removed"; id: string }
  | { type: "removed-many"; ids: string[] }
  | { type: "emptied" }
  | { type: "passed"; id: string }
  | { type: "restored"; review: Review; at: number; go: boolean }
  | { type: "looked-up"; review: Review }
  | { type: "show-fresh"; decided: Decided };

export const emptyQueue: QueueState = {
  entries: [],
  fresh: [],
  currentId: null,
  chosen: false,
  me: null,
  queue: "held",
  latest: [],
  complete: false,
};

/** Every way the queue on screen changes. Only the moderator's own steps move anything. */
export function changeQueue(state: QueueState, change: QueueChange): QueueState {
  switch (change.type) {
    case "answered": {
      const { reviews, complete, decided } = change;
      const next = reconcile(state.entries, reviews, complete, decided);
      return settle({ ...state, ...next, latest: reviews, complete });
    }
    case "step": {
      const from = indexOf(state.entries, state.currentId);
      const entry = state.entries[stepFrom(state.entries, from, change.by)];
      if (entry) return tidy({ ...state, currentId: entry.review.id, chosen: true });
      return state.entries[from]?.gone
        ? tidy({ ...state, currentId: neighbour(state.entries, from, state.me) })
        : state;
    }
    case "select":
      return { ...state, currentId: change.id, chosen: true };
    case "removed": {
      const at = indexOf(state.entries, change.id);
      if (at < 0) return state;
      const entries = state.entries.filter((_, i) => i !== at);
      if (state.currentId !== change.id) return settle(tidy({ ...state, entries }));
      return settle(tidy({ ...state, entries, currentId: neighbour(entries, at, state.me), chosen: false }));
    }
    case "removed-many": {
      const ids = new Set(change.ids);
      const at = indexOf(state.entries, state.currentId);
      const stays = (entry: Entry) => !ids.has(entry.review.id);
      const before = state.entries.slice(0, Math.max(0, at)).filter(stays).length;
      const entries = state.entries.filter(stays);
      const fresh = state.fresh.filter(({ id }) => !ids.has(id));
      if (state.currentId !== null && !ids.has(state.currentId)) return tidy({ ...state, entries, fresh });
      return settle({
        ...state,
        entries,
        fresh,
        currentId: neighbour(entries, before, state.me),
        chosen: false,
      });
    }
    case "emptied":
      return { ...state, entries: [], fresh: [], currentId: null, chosen: false, complete: false };
    case "passed": {
      if (state.currentId !== change.id || state.chosen) return state;
      const at = indexOf(state.entries, change.id);
      const others = state.entries.filter((_, i) => i !== at);
      return { ...state, currentId: neighbour(others, at, state.me) ?? change.id };
    }
    case "restored": {
      const { review, at, go } = change;
      const entries = state.entries.filter((entry) => entry.review.id !== review.id);
      entries.splice(Math.min(at, entries.length), 0, { review, gone: false });
      const fresh = state.fresh.filter((one) => one.id !== review.id);
      return settle({
        ...state,
        entries,
        fresh,
        currentId: go ? review.id : state.currentId,
        chosen: go || state.chosen,
      });
    }
    case "looked-up": {
      const { review } = change;
      const gone = !review.queues.includes(state.queue);
      const known = indexOf(state.entries, review.id) >= 0;
      const entries = known
        ? state.entries.map((entry) => (entry.review.id === review.id ? { review, gone } : entry))
        : [{ review, gone }, ...state.entries];
      return { ...state, entries };
    }
    case "show-fresh": {
      const current = state.entries.find((entry) => entry.review.id === state.currentId && !entry.gone);
      const next = reconcile([], state.latest, state.complete, change.decided).entries;
      const kept = current && !next.some((entry) => entry.review.id === current.review.id);
      return settle({ ...state, entries: kept ? [current, ...next] : next, fresh: [] });
    }
  }
}

export function indexOf(entries: Entry[], id: string | null): number {
  return id === null ? -1 : entries.findIndex((entry) => entry.review.id === id);
}

function settle(state: QueueState): QueueState {
  if (indexOf(state.entries, state.currentId) >= 0) return state;
  return { ...state, currentId: neighbour(state.entries, 0, state.me), chosen: false };
}

/** Drops what others took, once the moderator has moved on from it. */
function tidy(state: QueueState): QueueState {
  const entries = state.entries.filter((entry) => !entry.gone || entry.review.id === state.currentId);
  return entries.length === state.entries.length ? state : { ...state, entries };
}

/** The next one that waits, of those that no colleague is on while there are any. */
function neighbour(entries: Entry[], at: number, me: string | null): string | null {
  const open = (entry: Entry) => !entry.gone;
  const free = (entry: Entry) => open(entry) && !takenBy(entry, me);
  const near = (fits: (entry: Entry) => boolean) =>
    entries.slice(at).find(fits) ?? entries.slice(0, at).findLast(fits);
  const next = near(free) ?? near(open);
  return next?.review.id ?? null;
}

/** The colleague who is on it; undefined when nobody is, or only this desk's own person. */
export function takenBy(entry: Entry, me: string | null): string | undefined {
  const { claim } = entry.review;
  return claim && claim.moderator.id !== me ? claim.moderator.name : undefined;
}

function stepFrom(entries: Entry[], from: number, by: 1 | -1): number {
  for (let i = from + by; i >= 0 && i < entries.length; i += by) {
    if (!entries[i]?.gone) return i;
  }
  return -1;
}
