import { compare } from "./compare.ts";
import type { Comparison, Condition, Part, RuleDefinition } from "./definition.ts";
import { applies, holdsBy, type Met } from "./evaluate.ts";
import type { Facts, Rule } from "./rule.ts";

/** Parts that are told of one comment, and of a list so many values. */
const MOST = 10;

/** A comparison and where it stands in its rule, as `checkRule` names places. */
export interface Leaf {
  path: string;
  comparison: Comparison;
}

/** Every comparison of a rule, exemptions too. */
export const leavesOf = ({ when, unless }: Pick<RuleDefinition, "when" | "unless">): Leaf[] => [
  ...inside(when, "when").flatMap(flat),
  ...(unless ? inside(unless, "unless").flatMap(flat) : []),
];

type Placed = { condition: Condition; path: string };

/** A condition's own parts; of a comparison, itself. */
function inside(condition: Condition, path: string): Placed[] {
  if ("all" in condition)
    return condition.all.map((part, i) => ({ condition: part, path: `${path}.all.${i}` }));
  if ("any" in condition)
    return condition.any.map((part, i) => ({ condition: part, path: `${path}.any.${i}` }));
  if ("not" in condition) return [{ condition: condition.not, path: `${path}.not` }];
  return [{ condition, path }];
}

const isComparison = (condition: Condition): condition is Comparison => "fact" in condition;

const flat = ({ condition, path }: Placed): Leaf[] =>
  isComparison(condition) ? [{ path, comparison: condition }] : inside(condition, path).flatMap(flat);

/**
 * The comparisons that made a condition what it is: of an all that failed those that failed, of an any that holds those that hold. In every tree of all, any
 * and not, these are the parts that came out as the whole did; under a not, as what is negated did.
 */
function responsible({ condition, path }: Placed, met: Met): Leaf[] {
  if (isComparison(condition)) return [{ path, comparison: condition }];
  if ("not" in condition) return responsible({ condition: condition.not, path: `${path}.not` }, met);
  const value = holdsBy(condition, met);
  return inside(condition, path)
    .filter((part) => holdsBy(part.condition, met) === value)
    .flatMap((part) => responsible(part, met));
}

/** Why a rule matched, or why it did not; a place that is no comparison is its scope. */
export function because(rule: Rule, facts: Facts, met: Met): (Leaf | { path: "scope" })[] {
  if (!applies(rule, facts)) return [{ path: "scope" }];
  const when = { condition: rule.when, path: "when" };
  const { unless } = rule;
  if (!unless || holdsBy(rule.when, met) !== true || holdsBy(unless, met) === false)
    return responsible(when, met);
  return responsible({ condition: unless, path: "unless" }, met);
}

/** The same with what was seen there, for people; at most ten. */
export const responsibleParts = (rule: Rule, facts: Facts, met: Met): Part[] =>
  because(rule, facts, met)
    .slice(0, MOST)
    .map((part) => partOf(part, facts));

function partOf(part: Leaf | { path: "scope" }, facts: Facts): Part {
  if (!("comparison" in part)) return { path: part.path, fact: "article", seen: null };
  const { fact } = part.comparison;
  const { seen } = compare(part.comparison, facts);
  return {
    path: part.path,
    fact,
    seen: typeof seen === "object" && seen !== null ? [...seen].slice(0, MOST) : seen,
  };
}
