import { useSyncExternalStore } from "react";

/** What the desk tells the person in passing. One toast at a time; a problem stays until it is closed. */
export interface Notices {
  toast: Toast | null;
  problems: Problem[];
  /** Read out by screen readers, not shown. `n` changes even when the words do not. */
  said: { n: number; words: string };
}

export interface Toast {
  id: number;
  words: string;
  undo: (() => void) | null;
}

export interface Problem {
  id: number;
  words: string;
}

let notices: Notices = { toast: null, problems: [], said: { n: 0, words: "" } };
let lastId = 0;
const watchers = new Set<() => void>();

function set(change: Partial<Notices>): void {
  notices = { ...notices, ...change };
  for (const changed of watchers) changed();
}

export function useNotices(): Notices {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => notices,
  );
}

/** Two sayings at nearly the same moment are read as one, so that neither is lost. */
const TOGETHER_MS = 400;
let lastSaid = 0;

export function say(words: string): void {
  const now = Date.now();
  const together = now - lastSaid < TOGETHER_MS ? `${notices.said.words} ${words}` : words;
  lastSaid = now;
  set({ said: { n: notices.said.n + 1, words: together } });
}

export function showToast(words: string, undo: (() => void) | null = null): number {
  lastId += 1;
  set({ toast: { id: lastId, words, undo } });
  say(words);
  return lastId;
}

export function closeToast(id?: number): void {
  if (id === undefined || notices.toast?.id === id) set({ toast: null });
}

export function showProblem(words: string): void {
  lastId += 1;
  const others = notices.problems.filter((problem) => problem.words !== words).slice(-2);
  set({ problems: [...others, { id: lastId, words }] });
}

export function closeProblem(id: number): void {
  set({ problems: notices.problems.filter((problem) => problem.id !== id) });
}
