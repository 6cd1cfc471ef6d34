/** Seconds to wait after each failed attempt: quick while it may be a hiccup, then slower, about a day in all. */
export const DELAYS: readonly number[] = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 36_000];

/** Up to this share is added or taken away, so that deliveries which failed together do not return together. */
const JITTER = 0.1;

/** Seconds until the next attempt after `attempts` of them, or null when that was the last. `random` is 0 to 1. */
export function retryDelay(attempts: number, random = Math.random()): number | null {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? null : delay * (1 + JITTER * (2 * random - 1));
}
