import { useEffect } from "react";

/** Comments opened in this tab, the last one opened last. */
const open: { id: string }[] = [];
const watchers = new Set<() => void>();

export const readingNow = (): string | null => open.at(-1)?.id ?? null;

export function watchReading(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Says that a comment is being read here for as long as it is shown; null: none. */
export function useReading(id: string | null): void {
  useEffect(() => {
    if (id === null) return;
    const one = { id };
    open.push(one);
    for (const each of watchers) each();
    return () => {
      open.splice(open.indexOf(one), 1);
      for (const each of watchers) each();
    };
  }, [id]);
}
