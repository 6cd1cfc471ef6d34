import { type Dispatch, useCallback } from "react";
import { type Queue, readReview } from "../../server/reviews/contract.ts";
import { call } from "../client.ts";
import { useFeature } from "../features/use-feature.ts";
import type { QueueChange } from "./queue-state.ts";
import type { Entry } from "./reconcile.ts";

/** Features the comment being read, or takes it down; null where it is not public. It stays where it is in the queue. */
export function useFeatureHere(
  queue: Queue,
  entry: Entry | undefined,
  change: Dispatch<QueueChange>,
): (() => void) | null {
  const refresh = useCallback(
    async (id: string) => {
      const review = await call(readReview, { params: { id }, query: { queue } });
      change({ type: "looked-up", review });
    },
    [queue, change],
  );
  const feature = useFeature(refresh);
  if (!entry || entry.gone || entry.review.status !== "approved") return null;
  return () => feature(entry.review);
}
