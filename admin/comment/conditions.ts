import type { RuleMatch } from "../../server/decisions/contract.ts";
import { attributeName } from "./bands.ts";

export type Condition = RuleMatch["conditions"][number];

/** A condition in words. A score is given apart, to be shown as a band. */
export interface Phrase {
  fact: string;
  /** 0 to 1, when the fact is a score. */
  score: number | null;
  /** The value seen, when it is not a score. */
  seen: string;
  /** What the rule asked for: "at least 0.80". */
  asked: string;
}

const FACTS: Record<string, string> = {
  links: "Links",
  words: "Words on the list",
  bannedWords: "Words on the list",
  moderation: "Moderation",
  unscored: "Scored",
  scored: "Scored",
  approved: "Approved comments of the reader",
  length: "Length",
  previousDecision: "Decided before",
};

const OPS: Record<string, string> = {
  ">=": "at least",
  ">": "more than",
  "<=": "at most",
  "<": "fewer than",
  "=": "is",
  "==": "is",
  "===": "is",
  is: "is",
  "!=": "is not",
  in: "one of",
  contains: "contains",
  gte: "at least",
  gt: "more than",
  lte: "at most",
  lt: "fewer than",
  eq: "is",
};

export function phrase({ fact, op, value, seen }: Condition): Phrase {
  const attribute = /([A-Z]+(?:_[A-Z]+)*)$/.exec(fact)?.[1];
  const isScore = attribute !== undefined && attribute.length > 3;
  const how = OPS[op] ?? op;
  return {
    fact: isScore ? attributeName(attribute) : (FACTS[fact] ?? words(fact)),
    score: isScore && typeof seen === "number" ? seen : null,
    seen: show(seen),
    asked: value === null ? "" : `${how} ${isScore && typeof value === "number" ? value.toFixed(2) : show(value)}`,
  };
}

function show(value: Condition["seen"]): string {
  if (value === null) return "not known";
  if (value === true) return "yes";
  if (value === false) return "no";
  return typeof value === "number" ? value.toLocaleString() : value;
}

/** `readerApproved`, `reader.approved` → "Reader approved". */
function words(fact: string): string {
  const spaced = fact.replace(/[._-]/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
