import type { Review } from "../../server/reviews/contract.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";

type Reason = SiteSettings["rejectReasons"][number];

const REASON_FOR: [attribute: string, reason: string][] = [
  ["THREAT", "threat"],
  ["IDENTITY_ATTACK", "hate"],
  ["INSULT", "insult"],
];

/** A high band suggests a reason; anything less leaves the choice open. */
const SUGGEST_FROM = 0.6;

/** The reason that the scores point at, if the site has it. Only preselected: the moderator confirms. */
export function suggestReason(review: Review, reasons: Reason[]): string | null {
  for (const [attribute, id] of REASON_FOR) {
    if ((review.scores[attribute] ?? 0) >= SUGGEST_FROM && reasons.some((reason) => reason.id === id))
      return id;
  }
  return null;
}
