import type { Review } from "../../server/reviews/contract.ts";
import { ago } from "../comment/since.ts";

const DID = {
  approve: "approved this",
  reject: "rejected this",
  hold: "put this back on hold",
  undo: "took a decision on this back",
} as const;

/** One sentence on who last did what to a comment: "Ana approved this 3 s ago." */
export function statusNow(review: Review, now = Date.now()): string {
  const decision = review.decision;
  if (review.status === "withdrawn") return "The reader has withdrawn this.";
  if (!decision) return `This is ${review.status} now.`;
  if (decision.action === "resubmit") return "The reader has edited this, and it is being looked at anew.";
  if (decision.action === "withdraw") return "The reader has withdrawn this.";
  return `${decision.actor.name} ${DID[decision.action]} ${ago(decision.createdAt, now)}.`;
}
