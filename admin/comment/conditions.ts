import { t } from "i18next";
import type { RuleMatch } from "../../server/decisions/contract.ts";
import { exact, number } from "../language/format.ts";
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

const FACTS = {
  links: "links",
  bannedWords: "bannedWords",
  unscored: "unscored",
  length: "length",
  depth: "depth",
  moderation: "moderation",
  "reader.approved": "readerApproved",
  "reader.held": "readerHeld",
  "reader.rejected": "readerRejected",
  "reader.ageHours": "readerAgeHours",
  "reader.muted": "readerMuted",
  "reader.trusted": "readerTrusted",
} as const;

const OPS = { ">=": "atLeast", ">": "moreThan", "<=": "atMost", "<": "fewerThan" } as const;

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
  const [attribute, scorer] = fact.split(".").reverse();
  const how = OPS[op as keyof typeof OPS];
  const limit = scored && typeof value === "number" ? exact(value) : show(value);
  return {
    fact: scored ? nameOf(attributeName(attribute ?? fact), scorer) : factName(fact),
    score: scored && typeof seen === "number" ? seen : null,
    seen: show(seen),
    asked: how ? t(`comment.asked.${how}`, { limit }) : limit,
  };
}

const nameOf = (attribute: string, scorer: string | undefined): string =>
  scorer ? t("comment.factBy", { attribute, scorer }) : attribute;

function factName(fact: string): string {
  const known = FACTS[fact as keyof typeof FACTS];
  return known ? t(`comment.fact.${known}`) : words(fact);
}

function show(value: Condition["seen"]): string {
  if (value === null) return t("comment.value.unknown");
  if (value === true) return t("comment.value.yes");
  if (value === false) return t("comment.value.no");
  if (typeof value === "number") return number(value);
  return typeof value === "string" ? value : value.join(", ");
}

/** `readerApproved`, `reader.approved` → "Reader approved". */
function words(fact: string): string {
  const spaced = fact
    .replace(/[._-]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
