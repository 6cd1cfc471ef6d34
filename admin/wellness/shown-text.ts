import { useSyncExternalStore } from "react";
import { useWellness } from "./use-wellness.ts";

/** The comment whose text the person has asked to see; it is blurred again once they are on another. */
let shown: string | null = null;
const watchers = new Set<() => void>();

export function showText(commentId: string | null): void {
  shown = commentId;
  for (const changed of watchers) changed();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Whether the texts of this comment are blurred for now, and what switches that. */
export function useBlurred(commentId: string | null): {
  able: boolean;
  blurred: boolean;
  toggle: () => void;
} {
  const [{ blur }] = useWellness();
  const visible = useSyncExternalStore(watch, () => shown) === commentId;
  return {
    able: blur && commentId !== null,
    blurred: blur && !visible,
    toggle: () => showText(visible ? null : commentId),
  };
}
