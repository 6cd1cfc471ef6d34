/** What may be sent to the encoder now: every comment, those that tier 1 is unsure of, or none. */
export type Pace = "all" | "unsure" | "none";

/** How much one thread is given before it is spared. */
export interface Limits {
  /** From so many comments waiting on only those go that tier 1 is unsure of; from `most` on none. */
  few: number;
  most: number;
  /** The same by comments asked about in the last second. */
  easy: number;
  hard: number;
  /** How long an answer may take, in ms; then tier 1's holds. */
  patience: number;
  /** After an answer that was late none are sent for so many ms: the machine has other work. */
  rest: number;
  /** Whether to wait that long also while the threads start. */
  waitsForStart: boolean;
}

/**
 * For comments under way to their decision: what a news site gets in a second is read whole, some 6 % of a core; a rush or a
 * flood costs what it costs without the encoder.
 */
export const UNDER_WAY: Limits = {
  few: 4,
  most: 8,
  easy: 4,
  hard: 16,
  patience: 100,
  rest: 5_000,
  waitsForStart: false,
};

/** For whoever asks through the API and waits for the answer: only the queue counts. */
export const ASKED: Limits = {
  few: 32,
  most: 96,
  easy: Number.POSITIVE_INFINITY,
  hard: Number.POSITIVE_INFINITY,
  patience: 2_000,
  rest: 0,
  waitsForStart: true,
};

/** Where tier 1 is unsure, by its TOXICITY: there the encoder changes most for the least work. */
const UNSURE = { from: 0.05, to: 0.9 };
export const isUnsure = (toxicity: number): boolean => toxicity >= UNSURE.from && toxicity <= UNSURE.to;

export function paceOf(waiting: number, lately: number, limits: Limits): Pace {
  if (waiting >= limits.most || lately > limits.hard) return "none";
  return waiting >= limits.few || lately > limits.easy ? "unsure" : "all";
}

/** Counts what happened in about the last second: each event fades by e a second. `now` gives ms. */
export function fadingCount(now: () => number): { add(): number } {
  let count = 0;
  let last = now();
  return {
    add() {
      const at = now();
      count = count * Math.exp((last - at) / 1_000) + 1;
      last = at;
      return count;
    },
  };
}
