import { useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useCallback } from "react";
import { judgeAppeal } from "../../server/appeals/contract.ts";
import { type Review, readReview } from "../../server/reviews/contract.ts";
import { showProblem } from "../app/notices.ts";
import { call } from "../client.ts";
import { refetchQueue } from "../live/use-live.ts";
import type { QueueChange } from "../queue/queue-state.ts";

/** Gives the first judgement of an appeal; the card then shows what was decided, and stays where it is. */
export function useJudgeFirst(
  change: Dispatch<QueueChange>,
): (review: Review, verdict: "approve" | "reject") => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async ({ id, appeal }, verdict) => {
      if (!appeal) return;
      try {
        await call(judgeAppeal, { params: { id: appeal.id }, body: { verdict } });
      } catch (e) {
        if (e instanceof Error) showProblem(e.message);
      }
      const review = await call(readReview, { params: { id }, query: { queue: "appealed" } }).catch(
        () => null,
      );
      if (review) change({ type: "looked-up", review });
      void refetchQueue(queries);
    },
    [queries, change],
  );
}
