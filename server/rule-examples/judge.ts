import type { RuleDefinition } from "../rules/definition.ts";
import { metBy } from "../rules/evaluate.ts";
import { responsibleParts } from "../rules/parts.ts";
import type { Facts, Rule } from "../rules/rule.ts";
import { outcomeOf } from "../rules/try.ts";
import type { ExampleResult } from "./contract.ts";

export interface KnownExample {
  id: string;
  mustMatch: boolean;
  /** A pasted text stands nowhere, so the rule is asked as if it stood in its scope. */
  pasted: boolean;
  facts: Facts;
}

/** Whether a rule does with an example as it must, and which parts of it decided. What is unknown fails nobody. Pure. */
export function judgeExample(
  definition: RuleDefinition,
  { id, mustMatch, pasted, facts }: KnownExample,
): ExampleResult {
  const { scope, ...rest } = definition;
  const rule: Rule = { ...rest, id, version: 0, ...(!pasted && { scope }) };
  const outcome = outcomeOf(rule, facts);
  return {
    id,
    holds: outcome === "unknown" ? null : (outcome === "matches") === mustMatch,
    because: responsibleParts(rule, facts, metBy(facts)),
  };
}
