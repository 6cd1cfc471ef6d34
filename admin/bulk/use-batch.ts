import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { t } from "i18next";
import { useCallback, useState } from "react";
import {
  type Batch,
  type BatchReader,
  createBatch,
  readBatch,
  undoBatch,
} from "../../server/batches/contract.ts";
import { closeToast, showProblem, showToast } from "../app/notices.ts";
import { call, isCallError } from "../client.ts";
import { type AskedReason, forget, remember } from "../decide/undoable.ts";
import { showBatch } from "./shown-batch.ts";
import type { BatchAction, What } from "./what.ts";

const key = (id: string | null): [string, string | null] => ["batch", id];

/** A batch as it is now. While it is under way the live channel says when to look again; should a hint be lost, so does the clock. */
export function useBatch(id: string | null): Batch | undefined {
  return useQuery({
    queryKey: key(id),
    queryFn: ({ signal }) => call(readBatch, { params: { id: id as string }, query: {}, signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.finishedAt === null ? 2_000 : false),
  }).data;
}

export interface Wish {
  action: BatchAction;
  reason?: string;
  note?: string;
  /** What is done about those who wrote them. */
  reader?: BatchReader;
  what: What;
  /** As the preview gave it. */
  seen: { count: number; until: string };
  /** The same at every try. */
  key: string;
}

export interface Batches {
  /** Decides; rejects with the server's sentence when nothing was decided. */
  decide: (wish: Wish) => Promise<Batch>;
  /** Shows a batch that was made elsewhere, with the way back. */
  made: (batch: Batch) => void;
  /** Takes a batch back, or stops it where it is. */
  undo: (batch: Batch) => void;
  asked: AskedReason | null;
}

/** Makes batches and takes them back; `afterwards` is told when comments may have moved. */
export function useBatches(afterwards: (batch: Batch) => void): Batches {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<AskedReason | null>(null);

  const takeBack = useCallback(
    async (batch: Batch, reason?: string): Promise<void> => {
      try {
        const undone = keep(queries, await call(undoBatch, { params: { id: batch.id }, body: { reason } }));
        showBatch(undone.id);
        showToast(t("bulk.takenBack", { count: undone.outcomes.decided ?? undone.total }));
        afterwards(undone);
      } catch (e) {
        if (isCallError(e) && e.code === "reason_required") {
          const answer = (given: string | null) => {
            setAsked(null);
            if (given === null) remember({ batch });
            else void takeBack(batch, given);
          };
          setAsked({ title: t("bulk.late", { count: decidedIn(batch) }), words: e.message, answer });
          return;
        }
        if (isCallError(e) && e.status === 0) remember({ batch });
        showProblem(t("bulk.stands", { problem: wordsOf(e) }));
      }
    },
    [queries, afterwards],
  );

  const undo = useCallback(
    (batch: Batch) => {
      closeToast();
      forget((one) => "batch" in one && one.batch.id === batch.id);
      void takeBack(batch);
    },
    [takeBack],
  );

  const made = useCallback(
    (batch: Batch) => {
      showBatch(keep(queries, batch).id);
      remember({ batch });
      if (batch.finishedAt !== null) showToast(sentence(batch), () => undo(batch));
      afterwards(batch);
    },
    [queries, afterwards, undo],
  );

  const decide = useCallback(
    async ({ what, seen, key, ...verdict }: Wish): Promise<Batch> => {
      const meant = "filter" in what ? { filter: what.filter, seen } : what;
      const batch = await call(createBatch, { body: { ...verdict, ...meant }, key });
      made(batch);
      return batch;
    },
    [made],
  );

  return { decide, made, undo, asked };
}

function keep(queries: QueryClient, batch: Batch): Batch {
  queries.setQueryData(key(batch.id), batch);
  return batch;
}

const decidedIn = (batch: Batch): number => batch.outcomes.decided ?? 0;

/** "Approved: 197 comments." */
export function sentence(batch: Batch): string {
  const did = t(`bulk.did.${batch.action}`, { count: decidedIn(batch) });
  if (!batch.reader || batch.sanctioned === 0) return did;
  return `${did} ${t(`bulk.sanctioned.${batch.reader.action}`, { count: batch.sanctioned })}`;
}

export function wordsOf(e: unknown): string {
  return e instanceof Error ? e.message : t("decide.momentLater");
}
