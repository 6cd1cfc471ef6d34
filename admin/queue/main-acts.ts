import type { Queue, Review } from "../../server/reviews/contract.ts";

/** What the two main buttons mean for a comment in its queue, and whether it can be passed on. */
export interface MainActs {
  /** Whether it is this person's to decide at all. */
  mine: boolean;
  /** The first judgement of an appeal: nothing is decided yet. */
  first: boolean;
  /** Whether a reason is chosen before a rejection. */
  asksReason: boolean;
  /** By which words the buttons go. */
  words: "usual" | "sample" | "first" | "appeal";
  pass: "owner" | "queue" | null;
}

export function mainActs(queue: Queue, review: Review | undefined, owner: boolean): MainActs {
  const usual: MainActs = { mine: true, first: false, asksReason: true, words: "usual", pass: null };
  if (queue === "sample") return { ...usual, words: "sample" };
  if (queue === "appealed") {
    const first = review?.blind === "appeal";
    const mine = review?.appeal?.mayDecide ?? true;
    return { ...usual, mine, first, asksReason: false, words: first ? "first" : "appeal" };
  }
  if (queue === "escalated") return { ...usual, mine: owner, pass: owner ? "queue" : null };
  return { ...usual, pass: "owner" };
}
