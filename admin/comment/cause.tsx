import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon, type IconName } from "../app/icons.tsx";
import css from "./why-line.module.css";
import { WhyLine } from "./why-line.tsx";

/** Why a comment is in its queue, in a few words, for a row of the list. */
export function Cause({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { queues, reports, escalation } = review;
  if (queues.includes("escalated") && escalation) return <Line icon="escalate" words={escalation.note} />;
  if (queues.includes("appealed")) return <Line icon="scales" words={review.appeal?.text ?? ""} />;
  if (review.blind) return <Line icon="sample" words={t("queue.name.sample")} />;
  if (queues.includes("reported"))
    return <Line icon="flag" words={t("comment.reports", { count: reports.reporters })} />;
  return <WhyLine review={review} />;
}

function Line({ icon, words }: { icon: IconName; words: string }) {
  return (
    <span className={css.line}>
      <Icon name={icon} size={14} /> <span className={css.clip}>{words}</span>
    </span>
  );
}
