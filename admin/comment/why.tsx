import { Tooltip } from "@mantine/core";
import type { RuleMatch } from "../../server/decisions/contract.ts";
import { languageName } from "../../server/languages/name.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { type Condition, isPlain, phrase } from "./conditions.ts";
import { isForeign } from "./foreign.ts";
import { Meter } from "./meter.tsx";
import css from "./why.module.css";

/** Why a comment is here: every rule that matched, each condition with the value it saw. */
export function Why({ review }: { review: Review }) {
  // The note above says it already.
  const rules = review.why.filter((rule) => !(review.unscored && rule.rule === "unscored"));
  return (
    <>
      {review.unscored && <Unscored review={review} />}
      {rules.length > 0 ? (
        <ul className={css.why}>
          {rules.map((rule) => (
            <Rule key={`${rule.rule} ${rule.version}`} rule={rule} />
          ))}
        </ul>
      ) : (
        !review.unscored && <span className="rd-muted">{held(review)}</span>
      )}
    </>
  );
}

function Rule({ rule }: { rule: RuleMatch }) {
  return (
    <li className={css.rule}>
      <span className={css.icon}>
        <Icon name="rule" />
      </span>
      <div className={css.line}>
        <span className={css.name}>{rule.name}</span>
        <ul className={css.conditions}>
          {rule.conditions
            .filter((condition) => !isPlain(condition.fact))
            .map((condition) => (
              <Seen key={`${condition.fact} ${condition.op} ${condition.value}`} condition={condition} />
            ))}
        </ul>
        {rule.reason && rule.reason !== rule.name && <span className={css.reason}>{rule.reason}</span>}
      </div>
    </li>
  );
}

function Seen({ condition }: { condition: Condition }) {
  const { fact, score, seen, asked } = phrase(condition);
  if (score !== null) {
    return (
      <li className={css.condition}>
        {fact}
        <span className={css.seen}>
          <Meter score={score} tell={`${fact}${asked ? `, rule asks ${asked}` : ""}, seen`} />
        </span>
      </li>
    );
  }
  return (
    <li className={css.condition}>
      {fact}
      <Tooltip label={asked ? `The rule asks: ${asked}` : "The value seen"}>
        <span className={css.seen}>{seen}</span>
      </Tooltip>
    </li>
  );
}

export function Unscored({ review }: { review: Review }) {
  const silent = review.scorers.find((scorer) => scorer.unavailable !== null);
  return (
    <div className={css.unscored}>
      <Icon name="warn" size={18} />
      <span>
        {isForeign(review) ? (
          <>
            <strong>Not scored: it is in {languageName(review.language)}.</strong> Someone who reads it should
            decide.
          </>
        ) : (
          <>
            <strong>Unscored.</strong> No scorer could judge this text
            {silent ? `: ${silent.scorer} says “${silent.unavailable}”.` : "."} Read it with more care.
          </>
        )}
      </span>
    </div>
  );
}

function held({ decision }: Review): string {
  if (decision?.actor.kind === "moderator") {
    return decision.action === "undo"
      ? `${decision.actor.name} took an earlier decision back.`
      : `${decision.actor.name} put it here.`;
  }
  return "No rule matched.";
}
