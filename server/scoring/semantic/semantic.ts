import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { localScorer } from "../local/local.ts";
import type { Scored, Scorer, Unavailable } from "../scorer.ts";
import { combine } from "./combine.ts";
import { encoderThreads } from "./encoder-threads.ts";
import { headPath, readHead } from "./head.ts";
import { ASKED, fadingCount, isUnsure, type Limits, paceOf, UNDER_WAY } from "./pace.ts";
import { startThread as startRealThread } from "./thread.ts";
import type { WorkerData } from "./worker.ts";

export interface SemanticOptions {
  /** The folder of the encoder's weights. */
  weights: string;
  threads?: number;
  /** The time in ms; tests bring their own. */
  now?: () => number;
  startThread?: (data: WorkerData) => Worker;
  /** How long after creation the threads start if nobody has asked before, in ms. */
  delay?: number;
  limits?: { underWay: Limits; asked: Limits };
}

export interface Semantic {
  /** For comments under way to their decision. Rather answers from tier 1 alone than be late. */
  underWay: Scorer;
  /** For whoever asks and waits. */
  asked: Scorer;
  /** Whether the encoder answers now; else tier 1 answers alone. */
  ready(): boolean;
}

/** Below this an attribute's words are not shown. */
const WORTH_EXPLAINING = 0.3;
const DELAY = 3_000;
const MOST_THREADS = 4;

/**
 * The local model's answer averaged with what a sentence encoder makes of the meaning. It never keeps anyone from an answer:
 * while the threads start, are busy or have failed, the answer is tier 1's, and `model` says which tiers spoke. Throws when
 * head.bin is missing or broken.
 */
export function openSemantic({
  weights,
  threads = Math.max(1, Math.min(MOST_THREADS, Math.floor(availableParallelism() / 2))),
  now = Date.now,
  startThread = startRealThread,
  delay = DELAY,
  limits = { underWay: UNDER_WAY, asked: ASKED },
}: SemanticOptions): Semantic {
  const head = headPath();
  const { header } = readHead(head);
  const encoder = encoderThreads(threads, { weights, head, stepsBack: true }, startThread);
  const local = localScorer();
  let up = false;
  const start = (): Promise<void> =>
    encoder.start().then(() => {
      up = true;
    });

  /** Who may ask the encoder by these limits, each kind of asker counted for itself. */
  function secondTier(its: Limits): (text: string, first: Scored) => Promise<Float32Array | null> {
    const lately = fadingCount(now);
    let restUntil = Number.NEGATIVE_INFINITY;
    return async (text, first) => {
      if (!up) {
        const started = start();
        if (its.waitsForStart) await atMost(its.patience, started);
        if (!up) return null;
      }
      const pace = paceOf(encoder.waiting() / threads, lately.add() / threads, its);
      if (pace === "none" || now() < restUntil) return null;
      if (pace === "unsure" && !isUnsure(first.scores.TOXICITY ?? 0)) return null;
      const numbers = await encoder.ask(text, its.patience);
      if (numbers === null) restUntil = now() + its.rest;
      return numbers;
    };
  }

  const soon = setTimeout(() => void start(), delay);
  soon.unref();

  const scorer = (its: Limits): Scorer => {
    const second = secondTier(its);
    return {
      name: "semantic",
      languages: local.languages ?? [],
      async score(text, language): Promise<Scored | Unavailable> {
        const first = { ...(await local.score(text, language)), scorer: "semantic" };
        if ("unavailable" in first) return first;
        const numbers = await second(text, first);
        if (numbers === null) return first;
        const scores = combine(first.scores, numbers);
        return {
          scorer: "semantic",
          model: header.id,
          version: `${header.version} with ${first.version}`,
          scores,
          spans: first.spans.filter(({ attribute }) => (scores[attribute] ?? 0) >= WORTH_EXPLAINING),
        };
      },
      async stop() {
        clearTimeout(soon);
        await encoder.stop();
      },
    };
  };
  const asked = scorer(limits.asked);
  return { underWay: { ...scorer(limits.underWay), patient: asked }, asked, ready: encoder.ready };
}

/** Waits for it, but not longer than so many ms. */
async function atMost(ms: number, what: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  await Promise.race([what, new Promise<void>((resolve) => (late = setTimeout(resolve, ms)))]);
  clearTimeout(late);
}
