import type { Decided } from "../queue/reconcile.ts";

const decided = new Map<string, number>();

/** Comments decided at this desk since it was opened: an answer that was on its way may still list them. */
export function decidedHere(): Decided {
  return decided;
}

export function markDecided(commentId: string, version: number): void {
  decided.set(commentId, version);
}

export function unmarkDecided(commentId: string): void {
  decided.delete(commentId);
}
