import { useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import { useCallback } from "react";
import { featureComment, unfeatureComment } from "../../server/features/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { nextTurn } from "../decide/undoable.ts";

/** What was featured or taken down here last, and how to do the other. */
let last: { turn: number; undo: () => void } | null = null;

/** How to take back what was featured or taken down last, where that came later than this turn; once. */
export function takeFeaturing(after: number): (() => void) | null {
  if (!last || last.turn < after) return null;
  const { undo } = last;
  last = null;
  return undo;
}

/** Features a comment, or takes down one that is featured; the toast does the other. `refresh` reads it anew where it is shown. */
export function useFeature(refresh: (id: string) => Promise<unknown>): (review: Review) => void {
  const queries = useQueryClient();
  return useCallback(
    (review) => {
      const { id, version } = review;
      const { name } = review.reader;
      async function put(on: boolean): Promise<void> {
        try {
          if (on) await call(featureComment, { params: { id }, body: { version } });
          else await call(unfeatureComment, { params: { id } });
          const undo = () => void put(!on);
          last = { turn: nextTurn(), undo };
          showToast(t(on ? "features.done" : "features.takenDown", { name }), undo);
        } catch (e) {
          showProblem((e as Error).message);
        }
        await refresh(id).catch(() => {});
        void queries.invalidateQueries({ queryKey: ["featured"] });
      }
      void put(review.featured === null);
    },
    [queries, refresh],
  );
}
