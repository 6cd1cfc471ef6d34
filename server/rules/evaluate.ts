import type { RuleMatch } from "../decisions/contract.ts";
import type { Comparison, Condition, Facts, Rule, RuleAction } from "./rule.ts";

export interface Evaluation {
  action: RuleAction;
  /** The reason of the most restrictive match; null when no rule matched and the default stands. */
  reason: string | null;
  /** Every rule that matched, in the order of the rules: nothing stops at the first. */
  matches: RuleMatch[];
}

const RESTRICTION: Record<RuleAction, number> = { approve: 0, hold: 1, reject: 2 };

/**
 * Judges facts by all rules: the most restrictive action of all matches wins, and `otherwise` stands when none matches. Pure.
 * Logic is three-valued (Kleene): a comparison with an unknown fact is neither true nor false, and a rule whose outcome hangs on one
 * does what its `whenUnknown` says.
 */
export function evaluate(rules: readonly Rule[], facts: Facts, otherwise: RuleAction): Evaluation {
  const matches: RuleMatch[] = [];
  for (const rule of rules) {
    const action = outcome(rule, facts);
    if (action === null) continue;
    matches.push({
      rule: rule.id,
      name: rule.name,
      version: rule.version,
      action,
      reason: rule.reason,
      conditions: comparisons(rule.when).map((c) => seen(c, facts)),
    });
  }
  const strictest = matches.reduce<RuleMatch | null>(
    (worst, match) =>
      worst === null || RESTRICTION[match.action] > RESTRICTION[worst.action] ? match : worst,
    null,
  );
  return { action: strictest?.action ?? otherwise, reason: strictest?.reason ?? null, matches };
}

function outcome(rule: Rule, facts: Facts): RuleAction | null {
  const when = holds(rule.when, facts);
  if (when === false) return null;
  const exempt = rule.unless ? holds(rule.unless, facts) : false;
  if (exempt === true) return null;
  if (when === true && exempt === false) return rule.then;
  return rule.whenUnknown === "skip" ? null : rule.whenUnknown;
}

/** True, false, or null for unknown. */
export function holds(condition: Condition, facts: Facts): boolean | null {
  if ("all" in condition) return every(condition.all, facts);
  if ("any" in condition)
    return negate(
      every(
        condition.any.map((not) => ({ not })),
        facts,
      ),
    );
  if ("not" in condition) return negate(holds(condition.not, facts));
  return compare(condition, facts);
}

const negate = (value: boolean | null): boolean | null => (value === null ? null : !value);

function every(conditions: Condition[], facts: Facts): boolean | null {
  let all: boolean | null = true;
  for (const condition of conditions) {
    const value = holds(condition, facts);
    if (value === false) return false;
    if (value === null) all = null;
  }
  return all;
}

function compare({ fact, op, value }: Comparison, facts: Facts): boolean | null {
  const known = facts[fact]?.value;
  if (known === undefined || typeof known !== typeof value) return null;
  switch (op) {
    case "=":
      return known === value;
    case ">=":
      return known >= value;
    case ">":
      return known > value;
    case "<=":
      return known <= value;
    case "<":
      return known < value;
  }
}

function comparisons(condition: Condition): Comparison[] {
  if ("all" in condition) return condition.all.flatMap(comparisons);
  if ("any" in condition) return condition.any.flatMap(comparisons);
  if ("not" in condition) return comparisons(condition.not);
  return [condition];
}

function seen(comparison: Comparison, facts: Facts): RuleMatch["conditions"][number] {
  const fact = facts[comparison.fact];
  return {
    ...comparison,
    seen: fact?.value ?? null,
    met: compare(comparison, facts),
    ...(fact?.marks?.length && { marks: fact.marks }),
  };
}
