import { applies, holds, outcome, traceOf } from "./evaluate.ts";
import type { Facts, Rule } from "./rule.ts";

type Outcome = "matches" | "exempt" | "unknown" | "no-match";

/** What a rule makes of these facts, with the value of every condition, exemptions too. Pure. */
export function tryRule(rule: Rule, facts: Facts) {
  return {
    outcome: outcomeOf(rule, facts),
    action: outcome(rule, facts),
    when: traceOf(rule.when, facts),
    unless: rule.unless ? traceOf(rule.unless, facts) : [],
  };
}

/** Whether a rule meets a comment, apart from what it does with it. Pure. */
export function outcomeOf(rule: Rule, facts: Facts): Outcome {
  if (!applies(rule, facts)) return "no-match";
  const { when, unless } = rule;
  const met = holds(when, facts);
  const exempt = unless ? holds(unless, facts) : false;
  if (met === true && exempt === true) return "exempt";
  if (met === true && exempt === false) return "matches";
  return met === null || (met === true && exempt === null) ? "unknown" : "no-match";
}
