import { t } from "i18next";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import { sentenceOf } from "./sentence.ts";

const FIELDS = {
  sentence: sentenceOf,
  name: ({ name }: RuleDefinition) => name,
  description: ({ description }: RuleDefinition) => description,
  reason: ({ reason }: RuleDefinition) => reason,
  words: ({ words }: RuleDefinition) => words ?? "",
  policy: ({ policy }: RuleDefinition) => policy ?? "",
  tags: ({ tags }: RuleDefinition) => tags.join(", "),
  priority: ({ priority }: RuleDefinition) => String(priority),
  whenUnknown: ({ whenUnknown }: RuleDefinition) => t(`rules.unknown.${whenUnknown}`),
} as const;

type Field = keyof typeof FIELDS;

export interface Difference {
  field: Field;
  was: string;
  is: string;
}

/** What differs between two versions of a rule, in words. */
export function differences(before: RuleDefinition, after: RuleDefinition): Difference[] {
  return (Object.keys(FIELDS) as Field[])
    .map((field) => ({ field, was: FIELDS[field](before), is: FIELDS[field](after) }))
    .filter(({ was, is }) => was !== is);
}
