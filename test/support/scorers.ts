import type { Scored, Scorer } from "../../server/scoring/scorer.ts";

const RUDE = /idiots?/gi;

function judge(text: string): Scored {
  const spans = [...text.matchAll(RUDE)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    attribute: "TOXICITY" as const,
    score: 0.97,
  }));
  const score = spans.length > 0 ? 0.95 : 0.02;
  return { scorer: "plain", model: "plain", version: "1", scores: { TOXICITY: score, INSULT: score }, spans };
}

/** Finds every "idiot" toxic and nothing else. */
export function plainScorer(): Scorer {
  return { name: "plain", score: async (text) => judge(text) };
}

/** Every site asks these. */
export const everySite = (scorers: readonly Scorer[]) => async () => scorers;

/** Never knows. */
export function silentScorer(): Scorer {
  return { name: "silent", score: async () => ({ scorer: "silent", unavailable: "It is away." }) };
}

/** Fails in the worst way. */
export function brokenScorer(): Scorer {
  return {
    name: "broken",
    score: () => {
      throw new Error("broken");
    },
  };
}

export interface ThinkingScorer extends Scorer {
  /** The texts it was asked about, in order. */
  readonly asked: string[];
  /** Forgets what it was asked, and waits for the test from now on. */
  think(): void;
  /** Answers everything it was asked so far. */
  answer(): void;
  /** Answers that and everything from now on at once. */
  stopThinking(): void;
}

/** Answers as the plain one does, but only when the test lets it. */
export function thinkingScorer(): ThinkingScorer {
  const asked: string[] = [];
  let waiting: (() => void)[] = [];
  let thinking = true;
  const answer = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    name: "plain",
    asked,
    think() {
      asked.length = 0;
      thinking = true;
    },
    answer,
    stopThinking() {
      thinking = false;
      answer();
    },
    async score(text) {
      asked.push(text);
      if (thinking) await new Promise<void>((resolve) => waiting.push(resolve));
      return judge(text);
    },
  };
}
