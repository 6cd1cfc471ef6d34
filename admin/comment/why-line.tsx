import { useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { languageName } from "../language/format.ts";
import { ATTRIBUTES, attributeName } from "./bands.ts";
import { isScore } from "./conditions.ts";
import { isForeign } from "./foreign.ts";
import { Meter } from "./meter.tsx";
import { ruleName } from "./rule-name.ts";
import css from "./why-line.module.css";

/** The main cause in a few words, for a row of the list. */
export function WhyLine({ review }: { review: Review }) {
  const { t } = useTranslation();
  if (review.unscored) {
    return (
      <span className={css.line}>
        <Icon name="warn" size={14} />{" "}
        {isForeign(review)
          ? t("comment.inLanguage", { language: languageName(review.language) })
          : t("comment.unscored")}
      </span>
    );
  }
  const top = ATTRIBUTES.map((id) => ({ id, score: review.scores[id] ?? 0 })).reduce((a, b) =>
    b.score > a.score ? b : a,
  );
  const byScore = review.why.some((rule) => rule.conditions.some((c) => isScore(c.fact)));
  const other = review.why[0];
  if (!byScore && other) {
    return (
      <span className={css.line}>
        <Icon name="rule" size={14} /> <span className={css.clip}>{ruleName(other)}</span>
      </span>
    );
  }
  return (
    <span className={css.line}>
      {attributeName(top.id)} <Meter score={top.score} quiet />
    </span>
  );
}
