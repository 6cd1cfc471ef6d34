import { Tooltip } from "@mantine/core";
import { t } from "i18next";
import { Trans, useTranslation } from "react-i18next";
import type { RuleMatch } from "../../server/decisions/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon } from "../app/icons.tsx";
import { languageName } from "../language/format.ts";
import { said } from "../server-words/said.ts";
import { type Condition, isPlain, phrase } from "./conditions.ts";
import { isForeign } from "./foreign.ts";
import { Meter } from "./meter.tsx";
import { ruleName } from "./rule-name.ts";
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
  const name = ruleName(rule);
  return (
    <li className={css.rule}>
      <span className={css.icon}>
        <Icon name="rule" />
      </span>
      <div className={css.line}>
        <span className={css.name}>{name}</span>
        <ul className={css.conditions}>
          {rule.conditions
            .filter((condition) => !isPlain(condition.fact))
            .map((condition) => (
              <Seen key={`${condition.fact} ${condition.op} ${condition.value}`} condition={condition} />
            ))}
        </ul>
        {rule.reason && name === rule.name && rule.reason !== rule.name && (
          <span className={css.reason}>{rule.reason}</span>
        )}
      </div>
    </li>
  );
}

function Seen({ condition }: { condition: Condition }) {
  const { t } = useTranslation();
  const { fact, score, seen, asked } = phrase(condition);
  if (score !== null) {
    return (
      <li className={css.condition}>
        {fact}
        <span className={css.seen}>
          <Meter
            score={score}
            tell={asked ? t("comment.tellAsked", { fact, asked }) : t("comment.tellSeen", { fact })}
          />
        </span>
      </li>
    );
  }
  return (
    <li className={css.condition}>
      {fact}
      <Tooltip label={asked ? t("comment.ruleAsks", { asked }) : t("comment.seen")}>
        <span className={css.seen}>{seen}</span>
      </Tooltip>
    </li>
  );
}

function Unscored({ review }: { review: Review }) {
  const silent = review.scorers.find((scorer) => scorer.unavailable !== null);
  return (
    <div className={css.unscored}>
      <Icon name="warn" size={18} />
      <span>
        {isForeign(review) ? (
          <Trans i18nKey="comment.foreign" values={{ language: languageName(review.language) }} />
        ) : (
          <Trans
            i18nKey={silent ? "comment.unscoredBecause" : "comment.unscoredWords"}
            values={{ scorer: silent?.scorer, words: said(silent?.unavailable ?? "") }}
          />
        )}
      </span>
    </div>
  );
}

function held({ decision }: Review): string {
  if (decision?.actor.kind === "moderator") {
    return decision.action === "undo"
      ? t("comment.tookBack", { name: decision.actor.name })
      : t("comment.putHere", { name: decision.actor.name });
  }
  return t("comment.noRule");
}
