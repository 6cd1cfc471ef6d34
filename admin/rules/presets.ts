import { t } from "i18next";
import type { Condition, RuleDefinition } from "../../server/rules/definition.ts";
import { WORDS } from "./list-names.ts";

interface Preset {
  when: Condition;
  unless?: Condition;
  then?: RuleDefinition["then"];
  tags?: string[];
}

const trusted: Condition = { fact: "reader.trusted", op: "=", value: true };
const newcomer = (approved: number): Condition => ({ fact: "reader.approved", op: "<", value: approved });

/** Rules to start from. Their names and reasons are the words `rules.preset.ID`. */
const PRESETS = {
  newcomers: { when: newcomer(1), unless: trusted },
  insults: { when: { all: [{ fact: "INSULT", op: ">=", value: "high" }, newcomer(3)] }, unless: trusted },
  toxic: {
    when: {
      any: [
        { fact: "TOXICITY", op: ">=", value: "very-high" },
        { fact: "SEVERE_TOXICITY", op: ">=", value: "high" },
      ],
    },
  },
  threats: { when: { fact: "THREAT", op: ">=", value: "high" } },
  identity: { when: { fact: "IDENTITY_ATTACK", op: ">=", value: "medium" } },
  shouting: {
    when: {
      all: [
        { fact: "capitals", op: ">=", value: 0.7 },
        { fact: "length", op: ">=", value: 30 },
      ],
    },
  },
  links: { when: { all: [{ fact: "links", op: ">=", value: 1 }, newcomer(5)] }, unless: trusted },
  rejected: { when: { fact: "reader.rejectionRate", op: ">=", value: 0.5 } },
  repeated: {
    when: {
      any: [
        { fact: "repeat.own", op: ">=", value: 2 },
        { fact: "repeat.others", op: ">=", value: 3 },
      ],
    },
  },
  emoji: { when: { fact: "emoji", op: ">=", value: 15 }, then: "tag", tags: ["emoji"] },
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[];

const REST = {
  description: "",
  words: null,
  policy: null,
  scope: { sections: null, articles: null },
  priority: 0,
  whenUnknown: "skip",
} as const;

/** A rule as its preset begins it; where a fact is unknown it does nothing, so that it only ever adds to what the site has. */
export function presetRule(id: PresetId): RuleDefinition {
  const { when, unless, then, tags }: Preset = PRESETS[id];
  return {
    ...REST,
    name: t(`rules.preset.${id}.name`),
    reason: t(`rules.preset.${id}.reason`),
    when,
    unless: unless ?? null,
    then: then ?? "hold",
    tags: tags ?? [],
  };
}

/** What holds comments that use a word of these lists, but for what the site allows. */
export function listedRule(lists: readonly { id: string }[]): RuleDefinition {
  return {
    ...REST,
    name: t("rules.listed.name"),
    reason: t("rules.listed.reason"),
    when: { fact: WORDS, op: "in", value: lists.map(({ id }) => id) },
    unless: null,
    then: "hold",
    tags: [],
  };
}

export function blankRule(): RuleDefinition {
  const when: Condition = { fact: "TOXICITY", op: ">=", value: "high" };
  return { ...REST, name: "", reason: "", when, unless: null, then: "hold", tags: [] };
}
