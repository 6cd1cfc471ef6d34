import type { Condition } from "./definition.ts";
import { holds, outcome, traceOf } from "./evaluate.ts";
import type { Facts, Rule } from "./rule.ts";

type Outcome = "matches" | "exempt" | "unknown" | "no-match";

/** What a rule makes of these facts, with the value of every condition, exemptions too. Pure. */
export function tryRule(rule: Rule, facts: Facts) {
  const action = outcome(rule, facts);
  return {
    outcome: outcomeOf(rule, facts, action !== null),
    action,
    when: traceOf(rule.when, facts),
    unless: rule.unless ? traceOf(rule.unless, facts) : [],
  };
}

function outcomeOf(
  { when, unless }: { when: Condition; unless?: Condition | null },
  facts: Facts,
  acts: boolean,
): Outcome {
  const met = holds(when, facts);
  const exempt = unless ? holds(unless, facts) : false;
  if (met === true && exempt === true) return "exempt";
  if (met === true && exempt === false) return acts ? "matches" : "no-match";
  return met === null || (met === true && exempt === null) ? "unknown" : "no-match";
}
