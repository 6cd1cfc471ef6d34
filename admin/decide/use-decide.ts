import { useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import type { Dispatch } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { Batch } from "../../server/batches/contract.ts";
import { type DecisionMade, decideComment, undoDecision } from "../../server/decisions/contract.ts";
import { type Review, readReview } from "../../server/reviews/contract.ts";
import type { SanctionBesides } from "../../server/sanctions/contract.ts";
import { closeToast, showProblem, showToast } from "../app/notices.ts";
import { call, isCallError } from "../client.ts";
import { refetchQueue } from "../live/use-live.ts";
import type { QueueChange } from "../queue/queue-state.ts";
import { adjustHeld } from "../queue/use-counts.ts";
import { noteDecision } from "../wellness/stretch.ts";
import { markDecided, unmarkDecided } from "./decided-here.ts";
import { draftOf, dropDraft, typedWords } from "./drafts.ts";
import { newKey } from "./key.ts";
import { statusNow } from "./status-now.ts";
import { type AskedReason, type DoneDecision, forget, remember, takeLatest } from "./undoable.ts";

export interface Verdict {
  action: "approve" | "reject";
  /** The id of one of the site's reasons, or own words. */
  reason?: string;
  note?: string;
  /** What is done about its author with it. */
  reader?: z.input<typeof SanctionBesides>;
  /** Reject what else its author has waiting. */
  alsoWaiting?: boolean;
}

export interface Decide {
  decide: (review: Review, at: number, verdict: Verdict) => void;
  undo: () => void;
  /** Set while the person is asked why they take a decision back. */
  asked: AskedReason | null;
}

/** Decides at once on screen and then on the server; what the server refuses comes back with a sentence. */
export function useDecide(change: Dispatch<QueueChange>, undoBatch: (batch: Batch) => void): Decide {
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
        await call(undoDecision, { params: { id }, body: { reason }, key: last.undoKey });
        unmarkDecided(last.review.id);
        adjustHeld(queries, last.review.site.slug, 1);
        const review = await call(readReview, { params: { id: last.review.id } });
        if (mounted.current && review.status === "held")
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
      }
      void refetchQueue(queries);
    },
    [queries, change],
  );

  const undo = useCallback(() => {
    const last = takeLatest();
    closeToast();
    if (!last) showToast(t("decide.nothingToUndo"));
    else if ("batch" in last) undoBatch(last.batch);
    else void takeBack(last.decision);
  }, [takeBack, undoBatch]);

  const decide = useCallback(
    (review: Review, at: number, verdict: Verdict) => {
      markDecided(review.id, review.version);
      noteDecision();
      change({ type: "removed", id: review.id });
      adjustHeld(queries, review.site.slug, -1);
      const body = { ...verdict, version: review.version };
      const did = verdict.action === "approve" ? "decide.approved" : "decide.rejected";
      const toast = showToast(t(did, { name: review.reader.name }), undo);
      const decision = call(decideComment, { params: { id: review.id }, body, key: newKey() }).then(
        (made) => {
          dropDraft(review.id);
          const others = othersWords(made);
          if (others) showToast(`${t(did, { name: review.reader.name })} ${others}`, undo);
          return made.id;
        },
        async (e) => {
          forget((one) => "decision" in one && one.decision.review.id === review.id);
          closeToast(toast);
          const now = (await lookAgain(review.id)) ?? review;
          const lost = isCallError(e) && e.status === 409;
          if (now.status !== "held") {
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
          adjustHeld(queries, review.site.slug, 1);
          showProblem(t("decide.backInQueue", { name: review.reader.name, problem: wordsOf(e) }));
          if (mounted.current) change({ type: "restored", review: now, at, go: false });
          return null;
        },
      );
      remember({ decision: { review, at, decision, undoKey: newKey() } });
      void decision.then(() => refetchQueue(queries));
    },
    [queries, change, undo],
  );

  return { decide, undo, asked };
}

/** What became of the author's other waiting comments; empty where none were meant. */
function othersWords({ others }: DecisionMade): string {
  if (!others || others.outcomes.length === 0) return "";
  const done = others.outcomes.filter(({ outcome }) => outcome === "decided").length;
  const left = others.outcomes.length - done + others.left;
  const words = t("readers.besides.done", { count: done });
  return left > 0 ? `${words} ${t("readers.besides.left", { count: left })}` : words;
}

async function lookAgain(id: string): Promise<Review | null> {
  try {
    return await call(readReview, { params: { id } });
  } catch {
    return null;
  }
}

function wordsOf(e: unknown): string {
  return e instanceof Error ? e.message : t("decide.momentLater");
}
