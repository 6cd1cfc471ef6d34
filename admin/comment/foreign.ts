import type { Review } from "../../server/reviews/contract.ts";

/** Whether nothing scored the comment because of the language it is in. */
export function isForeign<R extends Pick<Review, "unscored" | "language">>(
  review: R,
): review is R & { language: string } {
  return review.unscored && review.language !== null && review.language !== "en";
}
