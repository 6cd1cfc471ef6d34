export interface TokenBucket {
  /** Takes the next token and answers in how many ms it may be used; null, and none is taken, when that is more than `within` ms. */
  take(within: number): number | null;
}

/** Lets `perSecond` requests through each second, and as many at once after a quiet second, but at least one. `now` gives ms. */
export function tokenBucket({ perSecond, now }: { perSecond: number; now: () => number }): TokenBucket {
  const gap = 1_000 / perSecond;
  const burst = Math.max(1, Math.floor(perSecond));
  /** When the bucket would be full again; it holds (burst · gap - (fullAt - now)) / gap tokens. */
  let fullAt = 0;
  return {
    take(within) {
      const at = now();
      const next = Math.max(fullAt, at) + gap;
      const wait = next - at - burst * gap;
      if (wait > within) return null;
      fullAt = next;
      return Math.max(0, wait);
    },
  };
}
