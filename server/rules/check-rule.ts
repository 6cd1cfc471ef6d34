import { covers, settled, written } from "./bounds.ts";
import type { RuleMode, RuleProblem } from "./contract.ts";
import {
  BANDS,
  bandAt,
  MAX_COMPARISONS,
  MAX_DEPTH,
  type RuleDefinition,
  type RuleFact,
} from "./definition.ts";
import { comparisons } from "./evaluate.ts";
import { factNamed, mayBeUnknown } from "./fact-registry.ts";
import { compile } from "./patterns.ts";
import { domainsOf } from "./read-text.ts";
import type { Comparison, Condition } from "./rule.ts";

export interface OtherRule {
  id: string;
  mode: RuleMode;
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
  const wanted = wantedValue(fact, comparison) ?? wantedForm(comparison);
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
    return bandAt(value) !== null ? null : `A band is one of ${Object.keys(BANDS).join(", ")}.`;
  return typeof value === "number" ? null : "Give a number.";
}

/** How a fact's words are written; one written otherwise would never be met. */
const FORMS: Record<string, { fits(word: string): boolean; say: string }> = {
  language: {
    fits: (word) => /^[a-z]{2,3}$/.test(word),
    say: "Give languages as codes in small letters, such as en or de.",
  },
  moderation: { fits: (word) => word === "post" || word === "pre", say: "Say post or pre." },
  "links.domains": {
    fits: (word) => domainsOf([{ url: `https://${word}` }])[0] === word,
    say: "Give each domain alone, in small letters and without www: shop.example.com.",
  },
};

function wantedForm({ fact, value }: Comparison): string | null {
  const form = FORMS[fact];
  const wrong = form && [value].flat().find((one) => !form.fits(String(one)));
  return wrong === undefined ? null : `“${wrong}” is never met. ${form?.say}`;
}

function inPattern(path: string, pattern: string): Problem[] {
  try {
    compile(pattern);
    return [];
  } catch (cause) {
    return [error("bad-pattern", path, `The pattern cannot be read: ${(cause as Error).message}.`)];
  }
}

/** What acts where its outcome is unknown, and asks about something that may be. */
const actsUnknown = ({ when, unless, then, whenUnknown }: RuleDefinition): boolean =>
  then !== "tag" &&
  whenUnknown !== "skip" &&
  [when, ...(unless ? [unless] : [])].flatMap(comparisons).some(({ fact }) => mayBeUnknown(fact));

function settledIn(definition: RuleDefinition): Problem[] {
  const { when, unless } = definition;
  const verdict = settled(when);
  const known = comparisons(when).every(({ fact }) => !mayBeUnknown(fact));
  const left = actsUnknown(definition)
    ? "so the rule acts only where something it asks about is unknown."
    : "so the rule does nothing.";
  if (verdict === "never") return [warning("never-true", "when", `This can never be true, ${left}`)];
  return [
    ...(unless && settled(unless) === "always"
      ? [warning("never-true", "unless", `This exempts every comment, ${left}`)]
      : []),
    ...(verdict === "always"
      ? [
          warning(
            "always-true",
            "when",
            known
              ? "This is true of every comment."
              : "This is true of every comment of which it is known what it asks.",
          ),
        ]
      : []),
  ];
}

const RESTRICTION = { skip: -1, tag: -1, approve: 0, hold: 1, reject: 2 };

function besides(definition: RuleDefinition, others: readonly OtherRule[]): Problem[] {
  const same = others.find((other) => saysTheSame(other.definition, definition));
  if (same) return [warning("duplicates", "", `It says the same as “${same.definition.name}”.`, same.id)];
  const wider = others.find((other) => other.mode === "live" && shadows(other.definition, definition));
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

/** Whether two rules do the same with every comment. */
const saysTheSame = (one: RuleDefinition, other: RuleDefinition): boolean =>
  one.then === other.then &&
  one.whenUnknown === other.whenUnknown &&
  written(one.when) === written(other.when) &&
  written(one.unless ?? NONE) === written(other.unless ?? NONE) &&
  written(one.scope) === written(other.scope) &&
  written(one.tags) === written(other.tags);
const NONE = {};

/** Whether the first rule does at least as much wherever the second acts, and its reason is the one that is told. */
function shadows(wide: RuleDefinition, narrow: RuleDefinition): boolean {
  if (wide.then === "tag" || narrow.then === "tag" || wide.unless !== null) return false;
  const everywhere = wide.scope.sections === null && wide.scope.articles === null;
  if (!everywhere && written(wide.scope) !== written(narrow.scope)) return false;
  if (!narrow.tags.every((tag) => wide.tags.includes(tag))) return false;
  const stricter = RESTRICTION[wide.then] - RESTRICTION[narrow.then];
  if (stricter < 0 || (stricter === 0 && wide.priority < narrow.priority)) return false;
  return covers(wide.when, narrow.when) && (!actsUnknown(narrow) || asStrictUnknown(wide, narrow));
}

/** Where the narrow condition is unknown the wide one is true or unknown; so both of what the wide rule does must be as strict. */
const asStrictUnknown = (wide: RuleDefinition, narrow: RuleDefinition): boolean =>
  Math.min(RESTRICTION[wide.then], RESTRICTION[wide.whenUnknown]) >= RESTRICTION[narrow.whenUnknown];
