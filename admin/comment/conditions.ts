import { t } from "i18next";
import type { RuleMatch } from "../../server/decisions/contract.ts";
import { exact, languageName, number, percent } from "../language/format.ts";
import { attributeName } from "./bands.ts";
import { en } from "./words.en.ts";

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

/** Facts by the key of their words: `reader.approved` is `readerApproved`. */
export const factKey = (fact: string): string =>
  fact.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());

const OPS = { ">=": "atLeast", ">": "moreThan", "<=": "atMost", "<": "fewerThan", "=": "exactly" } as const;

/** A score is named by its attribute in capitals, behind its scorer's name where it is only that one's: `perspective.TOXICITY`. */
export function isScore(fact: string): boolean {
  return /^(.+\.)?[A-Z]{4,}(_[A-Z]+)*$/.test(fact);
}

/** Facts whose rule already says all there is to say. */
export function isPlain(fact: string): boolean {
  return fact === "moderation" || fact === "unscored" || fact === "heldByPerson" || fact === "reader.muted";
}

export function phrase({ fact, op, value, seen }: Condition): Phrase {
  const scored = isScore(fact);
  const inText = op === "uses" || op === "matches";
  return {
    fact: scored ? scoreName(fact) : factName(fact),
    score: scored && typeof seen === "number" ? seen : null,
    seen:
      inText && typeof seen === "number" ? t("comment.value.found", { count: seen }) : limitIn(fact, seen),
    asked: askedFor(op, limitIn(fact, value), fact),
  };
}

/** What a rule asks for: "at least 3", "one of: sport, politics". */
export function askedFor(op: string, limit: string, fact: string): string {
  if (op === "in") return t("comment.asked.oneOf", { limit });
  if (op === "uses") return t("comment.asked.uses", { limit });
  if (op === "matches") return t("comment.asked.matches", { limit });
  const how = OPS[op as keyof typeof OPS];
  // What is yes or no, or a word, needs no "exactly".
  if (!how || (how === "exactly" && !COUNTED.test(limit))) return limit;
  return t(`comment.asked.${how === "fewerThan" && isMeasure(fact) ? "lessThan" : how}`, { limit });
}

const COUNTED = /^\d/;

/** Measured and not counted: one says less, not fewer. */
const isMeasure = (fact: string): boolean => isShare(fact) || isScore(fact) || fact.endsWith("Hours");
const isShare = (fact: string): boolean => fact === "capitals" || fact === "reader.rejectionRate";

const BAND_NAMES: Readonly<Record<string, "medium" | "high" | "veryHigh">> = {
  medium: "medium",
  high: "high",
  "very-high": "veryHigh",
};

/** A value of a fact as people read it: a share in percent, a score with two digits, a band by its name. */
export function limitIn(fact: string, value: Condition["value"]): string {
  if (isScore(fact)) {
    const band = typeof value === "string" ? BAND_NAMES[value] : undefined;
    if (band) return t(`comment.bandSmall.${band}`);
    if (typeof value === "number") return exact(value);
  }
  if (isShare(fact) && typeof value === "number") return percent(value);
  if (fact === "language" && typeof value === "string") return languageName(value);
  return show(value);
}

/** A score by the name of its attribute, with that of its scorer where it is only that one's. */
export function scoreName(fact: string): string {
  const [attribute = fact, ...scorer] = fact.split(".").reverse();
  const name = attributeName(attribute);
  return scorer.length > 0
    ? t("comment.factBy", { attribute: name, scorer: scorer.reverse().join(".") })
    : name;
}

export function factName(fact: string): string {
  const key = factKey(fact);
  return Object.hasOwn(en.fact, key) ? t(`comment.fact.${key as keyof typeof en.fact}`) : words(fact);
}

function show(value: Condition["seen"]): string {
  if (value === null) return t("comment.value.unknown");
  if (value === true) return t("comment.value.yes");
  if (value === false) return t("comment.value.no");
  if (typeof value === "number") return number(value);
  return typeof value === "string" ? value : value.join(", ") || t("comment.value.none");
}

/** `readerApproved`, `reader.approved` → "Reader approved". */
function words(fact: string): string {
  const spaced = fact
    .replace(/[._-]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
