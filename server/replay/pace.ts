/** A start that is late by more than this, in ms, is not made up for. */
const BACKLOG = 1_000;

export interface Pace {
  /** Resolves when the next one may start: at the rate, and not while the server asked for a pause. */
  turn(): Promise<void>;
  /** Nobody starts for so long, in ms: the server said Retry-After. */
  pause(ms: number): void;
  /** Resolves when the pause that was asked for is over. */
  resumed(): Promise<void>;
}

/** Starts spread evenly, `rate` a second. */
export function paceOf(rate: number): Pace {
  const gap = 1_000 / rate;
  let due = performance.now() - gap;
  let pausedUntil = 0;

  async function resumed(): Promise<void> {
    while (performance.now() < pausedUntil) await sleep(pausedUntil - performance.now());
  }
  return {
    resumed,
    async turn() {
      due = Math.max(due + gap, performance.now() - BACKLOG);
      if (due > performance.now()) await sleep(due - performance.now());
      await resumed();
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, performance.now() + ms);
    },
  };
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
