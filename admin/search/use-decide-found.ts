import { useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import { useCallback, useState } from "react";
import type { Batch } from "../../server/batches/contract.ts";
import { decideComment, undoDecision } from "../../server/decisions/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { closeToast, showProblem, showToast } from "../app/notices.ts";
import { call, isCallError } from "../client.ts";
import type { Verdict } from "../decide/acts.ts";
import { dropDraft } from "../decide/drafts.ts";
import { newKey } from "../decide/key.ts";
import { statusNow } from "../decide/status-now.ts";
import { type AskedReason, latestTurn, nextTurn, takeBatch } from "../decide/undoable.ts";
import { takeFeaturing } from "../features/use-feature.ts";
import { refetchQueue } from "../live/use-live.ts";

interface Made {
  id: string;
  commentId: string;
  name: string;
  key: string;
  turn: number;
}

/** A verdict on what was found; unlike in a queue it may also be put on hold. */
type FoundVerdict = Omit<Verdict, "action"> & { action: Verdict["action"] | "hold" };

const DID = { approve: "decide.approved", reject: "decide.rejected", hold: "search.putOnHold" } as const;

/** What was decided here and can be taken back, the latest last. */
const made: Made[] = [];

/** Decides on what was found, where it stands: it stays in the list and shows what became of it. */
export function useDecideFound(refresh: (id: string) => Promise<Review>, undoBatch: (batch: Batch) => void) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<AskedReason | null>(null);

  const takeBack = useCallback(
    async (last: Made, reason?: string) => {
      const { id, name, key, commentId } = last;
      try {
        await call(undoDecision, { params: { id }, body: { reason }, key });
        showToast(t("search.takenBack", { name }));
      } catch (e) {
        if (isCallError(e) && e.code === "reason_required") {
          const answer = (given: string | null) => {
            setAsked(null);
            if (given === null) made.push(last);
            else void takeBack(last, given);
          };
          return setAsked({ title: t("decide.late.title", { name }), words: e.message, answer });
        }
        showProblem(t("decide.stands", { name, problem: (e as Error).message }));
      }
      await refresh(commentId).catch(() => {});
      void refetchQueue(queries);
    },
    [refresh, queries],
  );
  const undo = useCallback(() => {
    const turn = made.at(-1)?.turn ?? 0;
    const otherwise = takeFeaturing(Math.max(turn, latestTurn()));
    if (otherwise) return otherwise();
    const batch = takeBatch(turn);
    const last = batch ? undefined : made.pop();
    closeToast();
    if (batch) undoBatch(batch);
    else if (last) void takeBack(last);
    else showToast(t("decide.nothingToUndo"));
  }, [takeBack, undoBatch]);

  const decide = useCallback(
    async (review: Review, verdict: FoundVerdict) => {
      const { name } = review.reader;
      try {
        const { id } = await call(decideComment, {
          params: { id: review.id },
          body: { ...verdict, version: review.version },
          key: newKey(),
        });
        dropDraft(review.id);
        made.push({ id, commentId: review.id, name, key: newKey(), turn: nextTurn() });
        showToast(t(DID[verdict.action], { name }), undo);
        await refresh(review.id);
      } catch (e) {
        const now = await refresh(review.id).catch(() => review);
        const lost = isCallError(e) && e.code === "conflict";
        showProblem(lost ? `${statusNow(now)} ${t("decide.notApplied")}` : (e as Error).message);
      }
      void refetchQueue(queries);
    },
    [refresh, undo, queries],
  );
  return { decide, undo, asked };
}
