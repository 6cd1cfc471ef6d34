import { bandAt } from "./definition.ts";
import { factNamed } from "./fact-registry.ts";
import type { Comparison, Condition } from "./rule.ts";

/** What a comparison leaves possible of a number: from, to, and whether the ends belong to it. */
interface Interval {
  from: number;
  to: number;
  fromOpen: boolean;
  toOpen: boolean;
}

const isEmpty = ({ from, to, fromOpen, toOpen }: Interval): boolean =>
  from > to || (from === to && (fromOpen || toOpen));

function whole(fact: string): Interval {
  const known = factNamed(fact);
  return {
    from: known?.min ?? Number.NEGATIVE_INFINITY,
    to: known?.max ?? Number.POSITIVE_INFINITY,
    fromOpen: false,
    toOpen: false,
  };
}

/** A comparison's number: a band's, where a score is compared with one; null where it compares no number. */
function numberOf({ fact, value }: Comparison): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && factNamed(fact)?.type === "score" ? bandAt(value) : null;
}

/** What was worked out of a condition, which never changes: every rule of a site is held beside every other. */
function once<K extends object, V>(work: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    if (!known.has(of)) known.set(of, work(of));
    return known.get(of) as V;
  };
}

const intervalOf = once((comparison: Comparison): Interval | null => {
  const value = numberOf(comparison);
  if (value === null) return null;
  const all = {
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    fromOpen: false,
    toOpen: false,
  };
  switch (comparison.op) {
    case ">=":
      return { ...all, from: value };
    case ">":
      return { ...all, from: value, fromOpen: true };
    case "<=":
      return { ...all, to: value };
    case "<":
      return { ...all, to: value, toOpen: true };
    case "=":
      return { ...all, from: value, to: value };
    default:
      return null;
  }
});

function intersect(a: Interval, b: Interval): Interval {
  const [low, high] = [a.from > b.from ? a : b, a.to < b.to ? a : b];
  return {
    from: low.from,
    fromOpen: a.from === b.from ? a.fromOpen || b.fromOpen : low.fromOpen,
    to: high.to,
    toOpen: a.to === b.to ? a.toOpen || b.toOpen : high.toOpen,
  };
}

/** Whether every number of `inner` is in `outer`. */
function within(inner: Interval, outer: Interval): boolean {
  const both = intersect(inner, outer);
  return (
    both.from === inner.from &&
    both.to === inner.to &&
    both.fromOpen === inner.fromOpen &&
    both.toOpen === inner.toOpen
  );
}

/** Comparisons that must all hold; null where the condition is no plain conjunction. */
const conjunction = once((condition: Condition): Comparison[] | null => {
  if ("any" in condition || "not" in condition) return null;
  if (!("all" in condition)) return [condition];
  const parts = condition.all.map(conjunction);
  return parts.every((part) => part !== null) ? parts.flat() : null;
});

/** A condition as one word, the same for those that say the same. */
export const written = once((said: object): string => JSON.stringify(said));

/**
 * Whether what is known of the facts' bounds settles a condition: `never` is never true and `always` never false, though either is unknown where a fact is; null
 * is not settled.
 */
export function settled(condition: Condition): "never" | "always" | null {
  if ("not" in condition) {
    const inner = settled(condition.not);
    return inner === null ? null : inner === "never" ? "always" : "never";
  }
  if ("any" in condition) {
    const parts = condition.any.map(settled);
    if (parts.includes("always")) return "always";
    return parts.every((part) => part === "never") ? "never" : null;
  }
  if ("all" in condition) {
    const parts = condition.all.map(settled);
    if (parts.includes("never") || contradicts(condition.all)) return "never";
    return parts.every((part) => part === "always") ? "always" : null;
  }
  const interval = intervalOf(condition);
  if (!interval) return null;
  const possible = whole(condition.fact);
  if (isEmpty(intersect(interval, possible))) return "never";
  return within(possible, interval) ? "always" : null;
}

/** Whether comparisons that must all hold leave nothing of a number, or ask two things of one text or yes-or-no. */
function contradicts(parts: Condition[]): boolean {
  const all = parts.flatMap((part) => conjunction(part) ?? []);
  const left = new Map<string, Interval>();
  const wanted = new Map<string, Comparison["value"]>();
  for (const comparison of all) {
    const { fact, op, value } = comparison;
    const interval = intervalOf(comparison);
    if (interval) {
      const rest = intersect(left.get(fact) ?? whole(fact), interval);
      if (isEmpty(rest)) return true;
      left.set(fact, rest);
    } else if (op === "=") {
      if (wanted.has(fact) && wanted.get(fact) !== value) return true;
      wanted.set(fact, value);
    }
  }
  return false;
}

/** Whether the first comparison can only hold where the second does. */
function implies(one: Comparison, other: Comparison): boolean {
  if (one.fact !== other.fact) return false;
  const [a, b] = [intervalOf(one), intervalOf(other)];
  if (a && b) return within(intersect(a, whole(one.fact)), b);
  if (one.op === other.op && Array.isArray(one.value) && Array.isArray(other.value)) {
    const wider = new Set(other.value);
    return one.value.every((value) => wider.has(value));
  }
  if (one.op === "=" && other.op === "in")
    return Array.isArray(other.value) && other.value.includes(String(one.value));
  return one.op === other.op && JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** Whether the first condition can only hold where the second does; false also where that is not plain to see. */
export function covers(wide: Condition, narrow: Condition): boolean {
  const [outer, inner] = [conjunction(wide), conjunction(narrow)];
  if (!outer || !inner) return written(wide) === written(narrow);
  return outer.every((needed) => inner.some((given) => implies(given, needed)));
}
