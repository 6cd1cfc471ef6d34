/**
 * Counts queries against what may be asked in a minute. Answers 0, or the seconds until the minute is over when nothing is left. A batch passes while
 * anything is left, so that one larger than a minute's quota can pass at all.
 */
export type Quota = (who: string, most: number, queries: number) => Promise<number>;

const MINUTE = 60_000;
const MOST_REMEMBERED = 50_000;

/** Counts in this process; `together` counts with other processes and answers the count after, or null when it cannot: then requests pass. */
export function quota(together: ((key: string, queries: number) => Promise<number | null>) | null): Quota {
  let minute = 0;
  const used = new Map<string, number>();

  function alone(who: string, queries: number): number {
    const count = (used.get(who) ?? 0) + queries;
    if (used.size < MOST_REMEMBERED || used.has(who)) used.set(who, count);
    return count;
  }

  return async (who, most, queries) => {
    const now = Date.now();
    const current = Math.floor(now / MINUTE);
    if (current !== minute) {
      minute = current;
      used.clear();
    }
    const count = together ? await together(`${who}:${current}`, queries) : alone(who, queries);
    if (count === null || count - queries < most) return 0;
    return Math.ceil(((current + 1) * MINUTE - now) / 1_000);
  };
}
