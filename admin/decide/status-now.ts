import { t } from "i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { ago } from "../comment/since.ts";

/** One sentence on who last did what to a comment: "Ana approved this 3 s ago." */
export function statusNow(review: Review, now = Date.now()): string {
  const decision = review.decision;
  if (review.status === "withdrawn") return t("decide.now.withdrawn");
  if (!decision) return t(`decide.now.${review.status}`);
  if (decision.action === "resubmit") return t("decide.now.edited");
  if (decision.action === "withdraw") return t("decide.now.withdrawn");
  return t(`decide.now.${decision.action}`, {
    name: decision.actor.name,
    ago: ago(decision.createdAt, now),
  });
}
