import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import css from "./presence.module.css";
import { useReading } from "./reading.ts";
import { usePresent } from "./use-present.ts";

/** Who else has this comment open without being on it, while it is open here. */
export function AlsoLooking({ review }: { review: Pick<Review, "id" | "claim"> }) {
  const { t } = useTranslation();
  useReading(review.id);
  const names = usePresent()
    .filter(({ id, comments }) => comments.includes(review.id) && id !== review.claim?.moderator.id)
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return <div className={css.also}>{t("presence.also", { names: names.join(", ") })}</div>;
}
