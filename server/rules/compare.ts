import { bandAt } from "./definition.ts";
import { WORDS } from "./fact-registry.ts";
import { findMatches } from "./patterns.ts";
import type { Comparison, Fact, Facts, FactValue, ListSeen, Marks } from "./rule.ts";
import { findWords, wordsUsed } from "./words.ts";

/** What a comparison found: whether it holds (null: unknown), the value seen, and where in the text. */
export interface Compared {
  met: boolean | null;
  seen: FactValue | null;
  marks?: Marks;
}

/** A comparison looked at. Of the comment's own text it tells how many places it found, never the text. Pure. */
export function compare({ fact, op, value }: Comparison, facts: Facts): Compared {
  const known = facts[fact];
  if (known === undefined) return { met: null, seen: null };
  if (fact === WORDS) return ofLists(value, known);
  if (op === "uses" || op === "matches") return inText(op, value, known.value);
  const seen = known.value;
  if (op === "in") return { met: isIn(seen, value), seen, marks: known.marks };
  return { met: ordered(op, seen, limitOf(value, seen)), seen, marks: known.marks };
}

function inText(op: "uses" | "matches", value: Comparison["value"], text: FactValue): Compared {
  if (typeof text !== "string") return { met: null, seen: null };
  const marks =
    op === "uses"
      ? findWords(text, Array.isArray(value) ? value : [String(value)])
      : findMatches(String(value), text);
  // A pattern that can no longer be read says nothing, and holds nobody up.
  if (marks === null) return { met: null, seen: null };
  return { met: marks.length > 0, seen: marks.length, marks };
}

/** Which entries of these lists a comment uses. A list that nobody looked for leaves it open. */
function ofLists(value: Comparison["value"], { lists }: Fact): Compared {
  const ids = Array.isArray(value) ? value : [];
  const looked = ids.flatMap((id) => lists?.get(id) ?? []);
  const used = looked.filter(({ entries }) => entries.length > 0);
  if (used.length === 0 && looked.length < ids.length) return { met: null, seen: null };
  return {
    met: used.length > 0,
    seen: [...new Set(used.flatMap(({ entries }) => entries))],
    marks: used.flatMap(({ marks }) => marks),
  };
}

/** The names of the lists that a comparison asks about; of more than so many, those that are met. */
export function listNames({ value }: Comparison, facts: Facts, most: number): string[] {
  const ids = Array.isArray(value) ? value : [];
  const known = ids.flatMap((id): Pick<ListSeen, "name" | "entries">[] => {
    const list = facts[WORDS]?.lists?.get(id);
    return list ? [list] : [];
  });
  const told = known.length > most ? known.filter(({ entries }) => entries.length > 0) : known;
  return told.slice(0, most).map(({ name }) => name);
}

function isIn(seen: FactValue, value: Comparison["value"]): boolean | null {
  if (!Array.isArray(value)) return null;
  if (typeof seen === "string") return value.includes(seen);
  return Array.isArray(seen) ? seen.some((one) => value.includes(one)) : null;
}

/** Those of a comparison's list that are met. */
export function metOf({ fact, op, value }: Comparison, facts: Facts): string[] {
  const seen = facts[fact]?.value;
  if (!Array.isArray(value) || seen === undefined) return [];
  if (op === "uses") return typeof seen === "string" ? wordsUsed(seen, value) : [];
  const among = new Set<unknown>(Array.isArray(seen) ? seen : [seen]);
  return value.filter((one) => among.has(one));
}

/** A band's number, where a score is compared with a band. */
function limitOf(value: Comparison["value"], seen: FactValue): Comparison["value"] {
  return typeof seen === "number" && typeof value === "string" ? (bandAt(value) ?? value) : value;
}

function ordered(
  op: ">=" | ">" | "<=" | "<" | "=",
  seen: FactValue,
  value: Comparison["value"],
): boolean | null {
  if (Array.isArray(value) || typeof seen !== typeof value) return null;
  switch (op) {
    case "=":
      return seen === value;
    case ">=":
      return seen >= value;
    case ">":
      return seen > value;
    case "<=":
      return seen <= value;
    case "<":
      return seen < value;
  }
}
