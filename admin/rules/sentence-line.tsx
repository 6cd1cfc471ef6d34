import { Fragment } from "react";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import { sentenceParts } from "./sentence.ts";

/** What a rule does, with its conditions set apart. */
export function SentenceLine({
  rule,
}: {
  rule: Parameters<typeof sentenceParts>[0] & Partial<RuleDefinition>;
}) {
  let at = 0;
  return sentenceParts(rule).map((part, i) => {
    const key = at;
    at += part.length + 1;
    return i % 2 === 1 ? <strong key={key}>{part}</strong> : <Fragment key={key}>{part}</Fragment>;
  });
}
