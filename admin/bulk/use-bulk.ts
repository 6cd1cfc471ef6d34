import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { Batch } from "../../server/batches/contract.ts";
import { markDecided } from "../decide/decided-here.ts";
import { refetchQueue } from "../live/use-live.ts";
import type { Queue } from "../queue/use-queue.ts";
import { useShownBatch } from "./shown-batch.ts";
import { useBatch, useBatches, type Wish } from "./use-batch.ts";
import { useSelection } from "./use-selection.ts";
import type { BatchAction, What } from "./what.ts";

/** What many are chosen from, and how it is told that some of them are decided. */
export type Choosable = Pick<Queue, "entries" | "change">;

/** Everything to decide many comments of a list at once. `whole`: the filter that means all of it. */
export function useBulk(queue: Choosable, whole: Extract<What, { filter: unknown }>["filter"]) {
  const { entries, change } = queue;
  const queries = useQueryClient();
  const chosen = useSelection(entries);
  const [asking, setAsking] = useState<{ action: BatchAction; what: What; count: number } | null>(null);
  const batch = useBatch(useShownBatch());

  const afterwards = useCallback(
    async ({ action }: Batch) => {
      for (const key of ["plot", "search", "timeline", "reader"])
        void queries.invalidateQueries({ queryKey: [key] });
      if (action !== "undo") return refetchQueue(queries);
      // They come back to their old places, in front of what is shown, so the queue is shown anew.
      change({ type: "emptied" });
      await queries.resetQueries({ queryKey: ["queue"] });
    },
    [queries, change],
  );
  const batches = useBatches((made) => void afterwards(made));

  const ask = (action: BatchAction) => {
    const picked = entries
      .filter((entry) => chosen.ids.has(entry.review.id))
      .map(({ review: { id, version } }) => ({ id, version }));
    if (picked.length === 0) return;
    setAsking({ action, what: chosen.all ? { filter: whole } : { comments: picked }, count: picked.length });
  };

  const decide = async (wish: Wish): Promise<void> => {
    const made = await batches.decide(wish);
    chosen.clear();
    if ("filter" in wish.what) return change({ type: "emptied" });
    const left = new Set(made.left.items.map(({ commentId }) => commentId));
    const done = wish.what.comments.filter(({ id }) => !left.has(id));
    if (made.finishedAt !== null) for (const { id, version } of done) markDecided(id, version);
    change({ type: "removed-many", ids: done.map(({ id }) => id) });
  };

  // What the workers decide is over when they say so.
  const ended = batch?.finishedAt ?? null;
  useEffect(() => {
    if (ended === null) return;
    for (const key of ["plot", "search", "timeline", "reader"])
      void queries.invalidateQueries({ queryKey: [key] });
  }, [ended, queries]);

  const askFor = (action: BatchAction, what: What, count: number) => setAsking({ action, what, count });

  return { chosen, ask, askFor, asking, close: () => setAsking(null), decide, batch, batches };
}
