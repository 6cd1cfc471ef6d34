import type { RuleMatch } from "../decisions/contract.ts";
import { written } from "./bounds.ts";
import { compare, listNames, metOf } from "./compare.ts";
import { WORDS } from "./fact-registry.ts";
import type { Comparison, Condition, Facts, Rule, RuleAction } from "./rule.ts";

export interface Evaluation {
  action: RuleAction;
  /** The reason of the most restrictive match, in the reader's words where it rejects; null when no rule matched and the default stands. */
  reason: string | null;
  /** Every rule that matched, in the order of the rules: nothing stops at the first. */
  matches: RuleMatch[];
}

const RESTRICTION: Record<RuleMatch["action"], number> = { tag: -1, approve: 0, hold: 1, reject: 2 };

/**
 * Judges facts by all rules: the most restrictive action of all matches wins, and `otherwise` stands when none matches. Pure.
 * Logic is three-valued (Kleene): a comparison with an unknown fact is neither true nor false, and a rule whose outcome hangs on one
 * does what its `whenUnknown` says.
 */
export function evaluate(
  rules: readonly Rule[],
  facts: Facts,
  otherwise: RuleAction,
  met = remembering(facts),
): Evaluation {
  const matched: Matched[] = [];
  for (const rule of rules) {
    const action = outcome(rule, facts, met);
    if (action !== null) matched.push({ rule, match: matchOf(rule, action, facts, met) });
  }
  const deciding = matched.filter(({ match }) => match.action !== "tag");
  const first = deciding.reduce<Matched | null>(
    (worst, one) => (worst === null || beats(one, worst) ? one : worst),
    null,
  );
  const matches = matched.map(({ match }) => match);
  if (!first) return { action: otherwise, reason: null, matches };
  const { rule, match } = first;
  const reason = match.action === "reject" ? (rule.words ?? rule.reason) : rule.reason;
  return { action: match.action as RuleAction, reason, matches };
}

type Matched = { rule: Rule; match: RuleMatch };

/** More restrictive; or as restrictive, and its reason goes first. */
function beats(one: Matched, other: Matched): boolean {
  const stricter = RESTRICTION[one.match.action] - RESTRICTION[other.match.action];
  return stricter > 0 || (stricter === 0 && (one.rule.priority ?? 0) > (other.rule.priority ?? 0));
}

/** What one rule makes of these facts, with everything it looked at. What acts because something is unknown puts no marks: it may not match. */
export function matchOf(
  rule: Rule,
  action: RuleMatch["action"],
  facts: Facts,
  met = metBy(facts),
): RuleMatch {
  const unknown = holdsBy(rule.when, met) === null || (!!rule.unless && holdsBy(rule.unless, met) === null);
  return {
    rule: rule.id,
    name: rule.name,
    version: rule.version,
    action,
    ...(rule.tags?.length && !unknown && { tags: [...rule.tags] }),
    ...(unknown && { unknown }),
    reason: rule.reason,
    conditions: traceOf(rule.when, facts),
  };
}

/** Whether a comparison holds; null: unknown. */
export type Met = (comparison: Comparison) => boolean | null;

/** By what the facts say. */
export const metBy =
  (facts: Facts): Met =>
  (comparison) =>
    compare(comparison, facts).met;

const readsText = ({ op }: Comparison): boolean => op === "uses" || op === "matches";

/** Answers for one comment: the same words and patterns are looked for once, however many rules name them. */
export function remembering(facts: Facts): Met {
  const known = new Map<string, boolean | null>();
  return (comparison) => {
    // Whatever else is compared takes less than remembering it.
    if (!readsText(comparison)) return compare(comparison, facts).met;
    const key = written(comparison);
    let met = known.get(key);
    if (met === undefined) {
      met = compare(comparison, facts).met;
      known.set(key, met);
    }
    return met;
  };
}

/**
 * What a rule does with these facts; null: nothing. A rule that stands elsewhere does nothing. `met` may answer for the comparisons, where they are
 * remembered or supposed to be otherwise.
 */
export function outcome(rule: Rule, facts: Facts, met = metBy(facts)): RuleMatch["action"] | null {
  if (!applies(rule, facts)) return null;
  const when = holdsBy(rule.when, met);
  if (when === false) return null;
  const exempt = rule.unless ? holdsBy(rule.unless, met) : false;
  if (exempt === true) return null;
  if (when === true && exempt === false) return rule.then;
  if (rule.whenUnknown === "skip") return null;
  return rule.then === "tag" ? null : rule.whenUnknown;
}

/** The most restrictive of what rules do. */
export function strictest(actions: readonly RuleMatch["action"][], otherwise: RuleAction): RuleAction {
  const deciding = actions.filter((action) => action !== "tag");
  return deciding.length === 0
    ? otherwise
    : deciding.reduce((worst, one) => (RESTRICTION[one] > RESTRICTION[worst] ? one : worst));
}

/** Whether a rule stands where the comment does. */
export function applies({ scope }: Rule, facts: Facts): boolean {
  const among = (ids: readonly string[] | null, fact: string): boolean => {
    if (ids === null) return true;
    const value = facts[fact]?.value;
    return typeof value === "string" && ids.includes(value);
  };
  return !scope || (among(scope.sections, "article.section") && among(scope.articles, "article"));
}

/** True, false, or null for unknown. */
export const holds = (condition: Condition, facts: Facts): boolean | null => holdsBy(condition, metBy(facts));

/** The same, by what is known of the comparisons. */
export function holdsBy(condition: Condition, met: Met): boolean | null {
  if ("all" in condition) return settle(condition.all, false, met);
  if ("any" in condition) return settle(condition.any, true, met);
  if ("not" in condition) return negate(holdsBy(condition.not, met));
  return met(condition);
}

const negate = (value: boolean | null): boolean | null => (value === null ? null : !value);

const isOfText = (condition: Condition): boolean => "op" in condition && readsText(condition);

/** Whether one of the conditions is what settles all of them. The text is read last: what it says matters only where nothing else has settled it. */
function settle(conditions: readonly Condition[], settling: boolean, met: Met): boolean | null {
  let all: boolean | null = !settling;
  for (const text of ORDER)
    for (const condition of conditions) {
      if (isOfText(condition) !== text) continue;
      const value = holdsBy(condition, met);
      if (value === settling) return value;
      if (value === null) all = null;
    }
  return all;
}
const ORDER = [false, true] as const;

export function comparisons(condition: Condition): Comparison[] {
  if ("all" in condition) return condition.all.flatMap(comparisons);
  if ("any" in condition) return condition.any.flatMap(comparisons);
  if ("not" in condition) return comparisons(condition.not);
  return [condition];
}

/** Of a list a trace keeps so many, and of places so many: it stands in the log with every comment that matches. */
const KEPT = { values: 20, places: 50 };

/** Every comparison of a condition with the value it met. Of a long list only what was met is told; the rule's version has it all. */
export function traceOf(condition: Condition, facts: Facts): RuleMatch["conditions"] {
  return comparisons(condition).map((comparison) => {
    const { met, seen, marks } = compare(comparison, facts);
    const { value } = comparison;
    const long = Array.isArray(value) && value.length > KEPT.values;
    return {
      ...comparison,
      // Lists by their names of the day: in the log an id says nothing.
      value:
        comparison.fact === WORDS
          ? listNames(comparison, facts, KEPT.values)
          : long
            ? metOf(comparison, facts).slice(0, KEPT.values)
            : value,
      seen: typeof seen === "object" && seen !== null ? seen.slice(0, KEPT.places) : seen,
      met,
      ...(marks?.length && { marks: marks.slice(0, KEPT.places) }),
    };
  });
}
