import { covers, settled } from "./bounds.ts";
import type { RuleProblem } from "./contract.ts";
import { BANDS, MAX_COMPARISONS, MAX_DEPTH, type RuleDefinition, type RuleFact } from "./definition.ts";
import { comparisons } from "./evaluate.ts";
import { factNamed } from "./fact-registry.ts";
import { compile } from "./patterns.ts";
import type { Comparison, Condition } from "./rule.ts";

export interface OtherRule {
  id: string;
  definition: RuleDefinition;
}

type Problem = Omit<RuleProblem, "rule"> & { rule?: string };

/** What is wrong or odd about a rule beside the site's other rules. Errors come first. Pure. */
export function checkRule(definition: RuleDefinition, others: readonly OtherRule[]): RuleProblem[] {
  const conditions: [string, Condition][] = [["when", definition.when]];
  if (definition.unless) conditions.push(["unless", definition.unless]);
  const errors = [
    ...sizeOf(conditions),
    ...conditions.flatMap(([path, condition]) => inCondition(path, condition)),
    ...(definition.then === "tag" && definition.tags.length === 0
      ? [error("no-tags", "tags", "Name at least one tag, since the rule only marks what it matches.")]
      : []),
  ];
  const odd = errors.length > 0 ? [] : [...settledIn(definition), ...besides(definition, others)];
  return [...errors, ...odd].map((problem) => ({ rule: null, ...problem }));
}

const error = (code: RuleProblem["code"], path: string, message: string): Problem => ({
  level: "error",
  code,
  path,
  message,
});
const warning = (code: RuleProblem["code"], path: string, message: string, rule?: string): Problem => ({
  level: "warning",
  code,
  path,
  message,
  ...(rule && { rule }),
});

function depthOf(condition: Condition): number {
  if ("all" in condition) return 1 + Math.max(...condition.all.map(depthOf));
  if ("any" in condition) return 1 + Math.max(...condition.any.map(depthOf));
  return "not" in condition ? 1 + depthOf(condition.not) : 1;
}

function sizeOf(conditions: [string, Condition][]): Problem[] {
  const deep = conditions.filter(([, condition]) => depthOf(condition) > MAX_DEPTH);
  const count = conditions.reduce((sum, [, condition]) => sum + comparisons(condition).length, 0);
  return [
    ...deep.map(([path]) => error("too-deep", path, `Conditions nest at most ${MAX_DEPTH} deep.`)),
    ...(count > MAX_COMPARISONS
      ? [
          error(
            "too-long",
            "when",
            `A rule has at most ${MAX_COMPARISONS} conditions; this one has ${count}. Make two of it.`,
          ),
        ]
      : []),
  ];
}

function inCondition(path: string, condition: Condition): Problem[] {
  const among = (parts: Condition[], name: string): Problem[] =>
    parts.flatMap((part, i) => inCondition(`${path}.${name}.${i}`, part));
  if ("all" in condition) return among(condition.all, "all");
  if ("any" in condition) return among(condition.any, "any");
  if ("not" in condition) return inCondition(`${path}.not`, condition.not);
  return inComparison(path, condition);
}

function inComparison(path: string, comparison: Comparison): Problem[] {
  const fact = factNamed(comparison.fact);
  if (!fact)
    return [error("unknown-fact", path, `Nothing is known as "${comparison.fact}". Choose one of the list.`)];
  if (!fact.operators.includes(comparison.op))
    return [
      error(
        "wrong-operator",
        path,
        `"${fact.name}" is compared with ${fact.operators.join(", ")}, not with ${comparison.op}.`,
      ),
    ];
  const wanted = wantedValue(fact, comparison);
  if (wanted) return [error("wrong-value", path, wanted)];
  return comparison.op === "matches" ? inPattern(path, comparison.value as string) : [];
}

/** What is wrong with a comparison's value, or null. */
function wantedValue(fact: RuleFact, { op, value }: Comparison): string | null {
  if (op === "in" || op === "uses") return Array.isArray(value) ? null : "Give a list.";
  if (op === "matches") return typeof value === "string" ? null : "Give a pattern.";
  if (fact.type === "boolean") return typeof value === "boolean" ? null : "Say true or false.";
  if (fact.type === "text") return typeof value === "string" ? null : "Give a word.";
  if (fact.type === "score" && typeof value === "string")
    return value in BANDS ? null : `A band is one of ${Object.keys(BANDS).join(", ")}.`;
  return typeof value === "number" ? null : "Give a number.";
}

function inPattern(path: string, pattern: string): Problem[] {
  try {
    compile(pattern);
    return [];
  } catch (cause) {
    return [error("bad-pattern", path, `The pattern cannot be read: ${(cause as Error).message}.`)];
  }
}

function settledIn({ when, unless }: RuleDefinition): Problem[] {
  const verdict = settled(when);
  const exempt = unless ? settled(unless) : null;
  return [
    ...(verdict === "never" || exempt === "always"
      ? [
          warning(
            "never-true",
            verdict === "never" ? "when" : "unless",
            "This can never be true, so the rule does nothing.",
          ),
        ]
      : []),
    ...(verdict === "always" ? [warning("always-true", "when", "This is true of every comment.")] : []),
  ];
}

const RESTRICTION = { tag: -1, approve: 0, hold: 1, reject: 2 };

function besides(definition: RuleDefinition, others: readonly OtherRule[]): Problem[] {
  const same = others.find(
    (other) =>
      JSON.stringify([
        other.definition.when,
        other.definition.unless,
        other.definition.scope,
        other.definition.then,
      ]) === JSON.stringify([definition.when, definition.unless, definition.scope, definition.then]),
  );
  if (same) return [warning("duplicates", "", `It says the same as “${same.definition.name}”.`, same.id)];
  const wider = others.find((other) => shadows(other.definition, definition));
  return wider
    ? [
        warning(
          "shadowed-by",
          "",
          `Whatever it matches, “${wider.definition.name}” matches as well, and does at least as much.`,
          wider.id,
        ),
      ]
    : [];
}

/** Whether the first rule does at least as much wherever the second matches. */
function shadows(wide: RuleDefinition, narrow: RuleDefinition): boolean {
  if (wide.then === "tag" || narrow.then === "tag" || wide.unless !== null) return false;
  const everywhere = wide.scope.sections === null && wide.scope.articles === null;
  const sameScope = everywhere || JSON.stringify(wide.scope) === JSON.stringify(narrow.scope);
  return sameScope && RESTRICTION[wide.then] >= RESTRICTION[narrow.then] && covers(wide.when, narrow.when);
}
