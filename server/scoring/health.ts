import type { CircuitState } from "./circuit.ts";
import type { Scored, Scorer, Unavailable } from "./scorer.ts";

/** How one process found one scorer of one site lately. Times in ms. */
export interface HealthLine {
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  lastFailure: string | null;
  /** Within the last WINDOW ms. */
  answered: number;
  failed: number;
  p50: number | null;
  p95: number | null;
  circuit: CircuitState | null;
}

export const WINDOW = 5 * 60_000;
/** Answers remembered at most. */
const MOST = 500;

export interface Watch {
  scorer: Scorer;
  line(): HealthLine;
  /** Whether there is something new since this was last asked. */
  isNew(): boolean;
}

/** The scorer, and what is seen of it. What it says of a text's language or length is no failure. */
export function watched(scorer: Scorer, now: () => number = Date.now): Watch {
  const recent: { at: number; ms: number; ok: boolean }[] = [];
  let success: number | null = null;
  let failure: { at: number; words: string } | null = null;
  let fresh = false;

  function note(answer: Scored | Unavailable, ms: number): void {
    if ("lasting" in answer || "language" in answer) return;
    const at = now();
    const ok = !("unavailable" in answer);
    if (ok) success = at;
    else failure = { at, words: answer.unavailable };
    recent.push({ at, ms, ok });
    if (recent.length > MOST) recent.shift();
    fresh = true;
  }

  return {
    scorer: {
      ...scorer,
      async score(text, language) {
        const start = performance.now();
        const answer = await scorer.score(text, language);
        note(answer, performance.now() - start);
        return answer;
      },
    },
    line() {
      const since = now() - WINDOW;
      const window = recent.filter(({ at }) => at >= since);
      const times = window.filter(({ ok }) => ok).map(({ ms }) => ms);
      times.sort((a, b) => a - b);
      return {
        lastSuccessAt: success === null ? null : new Date(success),
        lastFailureAt: failure && new Date(failure.at),
        lastFailure: failure?.words ?? null,
        answered: times.length,
        failed: window.length - times.length,
        p50: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        circuit: scorer.circuit?.() ?? null,
      };
    },
    isNew() {
      const was = fresh;
      fresh = false;
      return was;
    },
  };
}

/** Of sorted numbers, by the nearest rank. */
function quantile(sorted: number[], q: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? null;
}
