import { Fragment } from "react";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { withListNames } from "./list-names.ts";
import { sentenceParts } from "./sentence.ts";

interface Props {
  rule: Parameters<typeof sentenceParts>[0] & Partial<RuleDefinition>;
  /** The lists of the site, by which those that the rule asks are named. */
  lists: readonly WordList[];
}

/** What a rule does, with its conditions set apart. */
export function SentenceLine({ rule, lists }: Props) {
  let at = 0;
  return sentenceParts(withListNames(rule, lists)).map((part, i) => {
    const key = at;
    at += part.length + 1;
    return i % 2 === 1 ? <strong key={key}>{part}</strong> : <Fragment key={key}>{part}</Fragment>;
  });
}
