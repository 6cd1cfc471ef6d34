import type { Batch } from "../../server/batches/contract.ts";
import type { Queue, Review } from "../../server/reviews/contract.ts";
import type { Act } from "./acts.ts";

export interface DoneDecision {
  review: Review;
  queue: Queue;
  at: number;
  act: Act;
  /** The id by which it can be taken back; null when it failed or cannot. */
  decision: Promise<string | null>;
  /** The same at every try to take it back. */
  undoKey: string;
}

/** What this desk did and can take back: one decision, or a batch of them. */
export type Undoable = { decision: DoneDecision } | { batch: Batch };

/** The latest last. Kept while the person moves between pages. */
const done: (Undoable & { turn: number })[] = [];

let turns = 0;
/** A number for what is done here, larger each time: which of two things came later. */
export const nextTurn = (): number => ++turns;

const AT_MOST = 50;

export interface AskedReason {
  /** What is to be taken back, as a question. */
  title: string;
  /** The server's sentence on why it asks. */
  words: string;
  /** null: the decision stands after all. */
  answer: (reason: string | null) => void;
}

export function remember(one: Undoable): void {
  done.push({ ...one, turn: nextTurn() });
  if (done.length > AT_MOST) done.shift();
}

/** Drops the latest that fits: it cannot be taken back, or was. */
export function forget(fits: (one: Undoable) => boolean): void {
  const i = done.findLastIndex(fits);
  if (i >= 0) done.splice(i, 1);
}

/** When the latest of them was done; 0 where there is none. */
export const latestTurn = (): number => done.at(-1)?.turn ?? 0;

export const takeLatest = (): Undoable | undefined => done.pop();

/** The latest, where it is a batch that came later than this turn. */
export function takeBatch(after: number): Batch | null {
  const last = done.at(-1);
  if (!last || !("batch" in last) || last.turn < after) return null;
  done.pop();
  return last.batch;
}
