import { wilson } from "../backtests/wilson.ts";

/** Fewer rejections than this trip nothing: of few comments a share says little, and a moderator can mend so many by hand. */
export const FEWEST = 20;
/** So many times the back-tested share is far over it. */
const FAR = 3;
/** A back-test that found nothing, or next to it, or that had no comments to look at, promises no less than one comment in five hundred. */
const LEAST_EXPECTED = 0.002;

export interface Rates {
  /** Comments of the last hour that the rule would reject, and all there were. */
  hits: number;
  seen: number;
  /** The same of the version's back-test. */
  testedHits: number;
  testedSeen: number;
}

/**
 * Whether a rule rejects far more than its back-test said: even the lower end of the hour's 95 % interval is over three times the back-test's share.
 * Shares, so that a busy day alone trips nothing. Pure.
 */
export function isFarOver({ hits, seen, testedHits, testedSeen }: Rates): boolean {
  if (hits < FEWEST) return false;
  const tested = testedSeen === 0 ? 0 : testedHits / testedSeen;
  // What came at the very edge of the hour may be among the hits alone.
  const low = wilson(hits, Math.max(hits, seen))?.low ?? 0;
  return low > FAR * Math.max(LEAST_EXPECTED, tested);
}
