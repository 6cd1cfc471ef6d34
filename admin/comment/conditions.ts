import type { RuleMatch } from "../../server/decisions/contract.ts";
import { attributeName, exact } from "./bands.ts";

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
  bannedWords: "Banned words",
  unscored: "Unscored",
  length: "Characters",
  depth: "Depth in the thread",
  moderation: "Moderation",
  "reader.approved": "Approved so far",
  "reader.held": "Held so far",
  "reader.rejected": "Rejected so far",
  "reader.ageHours": "Reader’s age in hours",
};

const OPS: Record<string, string> = {
  ">=": "at least",
  ">": "more than",
  "<=": "at most",
  "<": "fewer than",
  "=": "",
};

/** A score is named by its attribute in capitals, behind its scorer's name where it is only that one's: `perspective.TOXICITY`. */
export function isScore(fact: string): boolean {
  return /^(.+\.)?[A-Z]{4,}(_[A-Z]+)*$/.test(fact);
}

/** Facts whose rule already says all there is to say. */
export function isPlain(fact: string): boolean {
  return fact === "moderation" || fact === "unscored" || fact === "heldByPerson";
}

export function phrase({ fact, op, value, seen }: Condition): Phrase {
  const scored = isScore(fact);
  const [attribute, scorer] = fact.split(".").reverse();
  const how = OPS[op] ?? op;
  const limit = scored && typeof value === "number" ? exact(value) : show(value);
  return {
    fact: scored
      ? `${attributeName(attribute ?? fact)}${scorer ? ` by ${scorer}` : ""}`
      : (FACTS[fact] ?? words(fact)),
    score: scored && typeof seen === "number" ? seen : null,
    seen: show(seen),
    asked: `${how} ${limit}`.trim(),
  };
}

function show(value: Condition["seen"]): string {
  if (value === null) return "not known";
  if (value === true) return "yes";
  if (value === false) return "no";
  return typeof value === "number" ? value.toLocaleString(undefined, { maximumFractionDigits: 1 }) : value;
}

/** `readerApproved`, `reader.approved` → "Reader approved". */
function words(fact: string): string {
  const spaced = fact
    .replace(/[._-]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
