/** `open`: it failed too often and is left alone; `half-open`: the next one to ask tries whether it is back. */
export type CircuitState = "closed" | "open" | "half-open";

/** Keeps from asking, again and again, something that does not answer. */
export interface Circuit {
  /** Whether to ask now. While it rests nobody may; after that one caller at a time, until one succeeds. */
  mayAsk(): boolean;
  succeeded(): void;
  failed(): void;
  state(): CircuitState;
}

/** Opens after `failures` in a row and rests for `rest` ms. `now` gives ms. */
export function circuit({
  failures,
  rest,
  now,
}: {
  failures: number;
  rest: number;
  now: () => number;
}): Circuit {
  let inARow = 0;
  let askAgainAt = 0;
  return {
    mayAsk() {
      if (inARow < failures) return true;
      if (now() < askAgainAt) return false;
      // This caller tries; the others wait as long again, should it not come back.
      askAgainAt = now() + rest;
      return true;
    },
    succeeded() {
      inARow = 0;
    },
    failed() {
      inARow += 1;
      if (inARow >= failures) askAgainAt = now() + rest;
    },
    state() {
      if (inARow < failures) return "closed";
      return now() < askAgainAt ? "open" : "half-open";
    },
  };
}
