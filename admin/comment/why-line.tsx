import { languageName } from "../../server/languages/name.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { ATTRIBUTES, attributeName } from "./bands.ts";
import { isScore } from "./conditions.ts";
import { isForeign } from "./foreign.ts";
import { Meter } from "./meter.tsx";
import css from "./why-line.module.css";

/** The main cause in a few words, for a row of the list. */
export function WhyLine({ review }: { review: Review }) {
  if (review.unscored) {
    return (
      <span className={css.line}>
        <Icon name="warn" size={14} />{" "}
        {isForeign(review) ? `In ${languageName(review.language)}` : "Unscored"}
      </span>
    );
  }
  const top = ATTRIBUTES.map(([id]) => ({ id, score: review.scores[id] ?? 0 })).reduce((a, b) =>
    b.score > a.score ? b : a,
  );
  const byScore = review.why.some((rule) => rule.conditions.some((c) => isScore(c.fact)));
  const other = review.why[0];
  if (!byScore && other) {
    return (
      <span className={css.line}>
        <Icon name="rule" size={14} /> <span className={css.clip}>{other.name}</span>
      </span>
    );
  }
  return (
    <span className={css.line}>
      {attributeName(top.id)} <Meter score={top.score} quiet />
    </span>
  );
}
