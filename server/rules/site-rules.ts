import { UNSCORED_RULE } from "../decisions/contract.ts";
import { ATTRIBUTES } from "../scoring/scorer.ts";
import type { SiteSettings } from "../sites/settings.ts";
import type { Comparison, Rule, RuleAction } from "./rule.ts";

const NAMES: Record<(typeof ATTRIBUTES)[number], { name: string; reason: string }> = {
  TOXICITY: { name: "Hold toxic comments", reason: "It reads as rude or hurtful." },
  SEVERE_TOXICITY: { name: "Hold very toxic comments", reason: "It reads as very hurtful." },
  INSULT: { name: "Hold insults", reason: "It reads as an insult." },
  PROFANITY: { name: "Hold swearing", reason: "It reads as swearing." },
  THREAT: { name: "Hold threats", reason: "It reads as a threat." },
  IDENTITY_ATTACK: {
    name: "Hold attacks on identity",
    reason: "It reads as an attack on people for who they are.",
  },
};

/** Without a score: as the owner chose. A new reader is one with nothing approved yet. One of them always matches what nothing could score. */
const UNSCORED: Record<SiteSettings["whenUnscored"], Rule[]> = {
  publish: [unscored("approve", [])],
  hold: [unscored("hold", [])],
  "hold-new-readers": [
    unscored("hold", [{ fact: "reader.approved", op: "<", value: 1 }]),
    unscored("approve", [{ fact: "reader.approved", op: ">=", value: 1 }]),
  ],
};

function unscored(then: "approve" | "hold", also: Comparison[]): Rule {
  return {
    id: UNSCORED_RULE,
    name: `${then === "hold" ? "Hold" : "Publish"} what could not be scored`,
    version: 1,
    when: { all: [{ fact: "unscored", op: "=", value: true }, ...also] },
    then,
    reason: "No scorer could answer.",
    whenUnknown: then === "hold" ? "hold" : "skip",
  };
}

/**
 * What a moderator's trust exempts from: rules that suspect a reader for being new or for their links. Never from one that reads what they wrote; who is
 * trusted may still lose their temper, or their token.
 */
const TRUSTED: Comparison = { fact: "reader.trusted", op: "=", value: true };

/** The rules that a site's settings amount to. `version` names the settings they were made from. */
export function siteRules(settings: SiteSettings): Rule[] {
  const rules: Rule[] = [...UNSCORED[settings.whenUnscored]];
  for (const attribute of ATTRIBUTES) {
    const threshold = settings.holdAt[attribute];
    if (threshold === null) continue;
    rules.push({
      id: `score-${attribute.toLowerCase().replaceAll("_", "-")}`,
      ...NAMES[attribute],
      version: 1,
      when: { fact: attribute, op: ">=", value: threshold },
      then: "hold",
      // A missing score is the unscored rule's business, so that the owner chooses once.
      whenUnknown: "skip",
    });
  }
  if (settings.bannedWords.length > 0) {
    rules.push({
      id: "banned-words",
      name: "Banned words",
      version: 1,
      when: { fact: "bannedWords", op: ">=", value: 1 },
      then: settings.bannedWordsAction,
      reason: "It uses a word that this site does not allow.",
      whenUnknown: "hold",
    });
  }
  if (settings.maxLinks !== null) {
    rules.push({
      id: "links",
      name: "Hold many links",
      version: 1,
      when: { fact: "links", op: ">", value: settings.maxLinks },
      unless: TRUSTED,
      then: "hold",
      reason: "It has many links.",
      whenUnknown: "hold",
    });
  }
  if (settings.holdNewReaders > 0) {
    rules.push({
      id: "new-reader",
      name: "Hold new readers",
      version: 1,
      when: { fact: "reader.approved", op: "<", value: settings.holdNewReaders },
      unless: TRUSTED,
      then: "hold",
      reason: "Its reader is new here.",
      whenUnknown: "hold",
    });
  }
  return rules;
}

/** Pre-moderation is a rule too, so that the desk can say why. */
export const PRE_MODERATION: Rule = {
  id: "pre-moderation",
  name: "Every comment is looked at first",
  version: 1,
  when: { fact: "moderation", op: "=", value: "pre" },
  then: "hold",
  reason: "Comments here are looked at before they appear.",
  whenUnknown: "hold",
};

/** A moderator put it on hold and its author edited it: rules do not let go what a person holds. */
export const HELD_BY_PERSON: Rule = {
  id: "held-by-person",
  name: "A moderator had put it on hold",
  version: 1,
  when: { fact: "heldByPerson", op: "=", value: true },
  then: "hold",
  reason: "A moderator had put it on hold before it was edited.",
  whenUnknown: "skip",
};

/** A moderator wants to see what this reader writes before others do. */
export const MUTED_READER: Rule = {
  id: "muted-reader",
  name: "A moderator muted its reader",
  version: 1,
  when: { fact: "reader.muted", op: "=", value: true },
  then: "hold",
  reason: "Its reader's comments are looked at first.",
  whenUnknown: "skip",
};

/** Every rule that stands beside a site's own. */
export const rulesBesides = (settings: SiteSettings): Rule[] => [
  ...siteRules(settings),
  PRE_MODERATION,
  HELD_BY_PERSON,
  MUTED_READER,
];

/** What happens when no rule matches. */
export const OTHERWISE: RuleAction = "approve";
