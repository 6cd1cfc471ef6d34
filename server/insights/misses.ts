import { FEW_DECIDED } from "../backtests/contract.ts";
import { wilson } from "../backtests/wilson.ts";
import type { Insights } from "./contract.ts";

/** Hits among so many with the 95 % interval of their share; `few`: too few to build on. */
export const shareOf = (hits: number, of: number): Insights["appeals"]["overturnedShare"] => ({
  share: of === 0 ? null : hits / of,
  interval: wilson(hits, of),
  few: of < FEW_DECIDED,
});

/**
 * How many of what was approved automatically people would have refused: the share refused of a random sample times what was approved, with the share's interval. Null of
 * no sample. At least what the sample itself has found.
 */
export function estimateMisses({
  judged,
  refused,
  approved,
}: {
  judged: number;
  refused: number;
  approved: number;
}): Insights["samples"]["misses"] {
  const interval = wilson(refused, judged);
  if (!interval) return null;
  const of = (share: number): number => Math.max(refused, Math.round(share * approved));
  return { estimate: of(refused / judged), low: of(interval.low), high: of(interval.high) };
}
