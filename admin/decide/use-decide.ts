import { useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import type { Dispatch } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Batch } from "../../server/batches/contract.ts";
import { type Queue, type Review, readReview } from "../../server/reviews/contract.ts";
import { closeToast, showProblem, showToast } from "../app/notices.ts";
import { call, isCallError } from "../client.ts";
import { takeFeaturing } from "../features/use-feature.ts";
import { refetchQueue } from "../live/use-live.ts";
import type { QueueChange } from "../queue/queue-state.ts";
import { adjustCount } from "../queue/use-counts.ts";
import { noteDecision } from "../wellness/stretch.ts";
import type { Act } from "./acts.ts";
import { markDecided, unmarkDecided } from "./decided-here.ts";
import { draftOf, dropDraft, typedWords } from "./drafts.ts";
import { newKey } from "./key.ts";
import { statusNow } from "./status-now.ts";
import {
  type AskedReason,
  type DoneDecision,
  forget,
  latestTurn,
  remember,
  takeLatest,
  type Undoable,
} from "./undoable.ts";

export interface Decide {
  decide: (review: Review, at: number, act: Act) => void;
  undo: () => void;
  /** Set while the person is asked why they take a decision back. */
  asked: AskedReason | null;
}

/** Decides at once on screen and then on the server; what the server refuses comes back with a sentence. */
export function useDecide(
  queue: Queue,
  change: Dispatch<QueueChange>,
  undoBatch: (batch: Batch) => void,
): Decide {
  const queries = useQueryClient();
  const mounted = useRef(false);
  const [asked, setAsked] = useState<AskedReason | null>(null);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const takeBack = useCallback(
    async (last: DoneDecision, reason?: string) => {
      const id = await last.decision;
      if (id === null) return;
      try {
        await last.act.takeBack(id, reason, last.undoKey);
        unmarkDecided(last.review.id);
        adjustCount(queries, last.queue, last.review.site.slug, 1);
        // The queue anew as well: an answer from before, also one that a claim has only touched, would show the comment as gone, and its keys dead.
        const [review] = await Promise.all([
          call(readReview, { params: { id: last.review.id }, query: { queue: last.queue } }),
          refetchQueue(queries),
        ]);
        if (mounted.current && last.queue === queue && review.queues.includes(queue))
          change({ type: "restored", review, at: last.at, go: true });
        showToast(t("decide.takenBack", { name: last.review.reader.name }));
      } catch (e) {
        if (isCallError(e) && e.code === "reason_required") {
          const answer = (given: string | null) => {
            setAsked(null);
            if (given === null) remember({ decision: last });
            else void takeBack(last, given);
          };
          setAsked({
            title: t("decide.late.title", { name: last.review.reader.name }),
            words: e.message,
            answer,
          });
          return;
        }
        if (isCallError(e) && e.status === 0) remember({ decision: last });
        showProblem(t("decide.stands", { name: last.review.reader.name, problem: wordsOf(e) }));
        void refetchQueue(queries);
      }
    },
    [queries, change, queue],
  );

  const undo = useCallback(() => {
    const featuring = takeFeaturing(latestTurn());
    if (featuring) return featuring();
    const last = takeLatest();
    closeToast();
    if (!last) showToast(t("decide.nothingToUndo"));
    else if ("batch" in last) undoBatch(last.batch);
    else void takeBack(last.decision);
  }, [takeBack, undoBatch]);

  const decide = useCallback(
    (review: Review, at: number, act: Act) => {
      markDecided(review.id, review.version);
      noteDecision();
      change({ type: "removed", id: review.id });
      adjustCount(queries, queue, review.site.slug, -1);
      const toast = showToast(act.did, undo);
      const isThis = (one: Undoable) => "decision" in one && one.decision.review.id === review.id;
      const decision = act.send(newKey()).then(
        ({ id, more }) => {
          dropDraft(review.id);
          if (id === null) forget(isThis);
          if (more) showToast(`${act.did} ${more}`, undo);
          return id;
        },
        async (e) => {
          forget(isThis);
          closeToast(toast);
          const now = (await lookAgain(review.id, queue)) ?? review;
          const lost = isCallError(e) && e.status === 409;
          if (!now.queues.includes(queue)) {
            // Another was faster; or ours was done and only the answer was lost.
            const draft = lost && draftOf(review.id);
            const typed = draft ? typedWords(draft) : "";
            const told = `${statusNow(now)}${lost ? ` ${t("decide.notApplied")}` : ""}`;
            // What was typed stays in sight until it is put away.
            if (typed) showProblem(`${told} ${t("decide.hadWritten", { words: typed })}`);
            else showToast(told);
            return null;
          }
          unmarkDecided(review.id);
          adjustCount(queries, queue, review.site.slug, 1);
          showProblem(t("decide.backInQueue", { name: review.reader.name, problem: wordsOf(e) }));
          if (mounted.current) change({ type: "restored", review: now, at, go: false });
          return null;
        },
      );
      remember({ decision: { review, queue, at, act, decision, undoKey: newKey() } });
      void decision
        .then(() => refetchQueue(queries))
        .then(() => {
          if (act.keepsVersion) unmarkDecided(review.id);
        });
    },
    [queries, change, undo, queue],
  );

  return { decide, undo, asked };
}

async function lookAgain(id: string, queue: Queue): Promise<Review | null> {
  try {
    return await call(readReview, { params: { id }, query: { queue } });
  } catch {
    return null;
  }
}

function wordsOf(e: unknown): string {
  return e instanceof Error ? e.message : t("decide.momentLater");
}
