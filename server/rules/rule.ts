import type { z } from "zod";
import type { Mark } from "../decisions/contract.ts";

export type Marks = z.infer<typeof Mark>[];
export type FactValue = number | string | boolean;

/** What a rule can ask about a comment. A fact that is absent is unknown, which is not the same as false. */
export type Facts = Readonly<Record<string, { value: FactValue; marks?: Marks } | undefined>>;

export interface Comparison {
  fact: string;
  op: ">=" | ">" | "<=" | "<" | "=";
  value: FactValue;
}

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export type RuleAction = "approve" | "hold" | "reject";

/** A rule is data. */
export interface Rule {
  id: string;
  name: string;
  version: number;
  when: Condition;
  unless?: Condition;
  then: RuleAction;
  /** Why, in plain words, for the moderator; and for the reader when it rejects. */
  reason: string;
  /** What to do when a fact it needs is not known; `skip`: as if it had not matched. */
  whenUnknown: RuleAction | "skip";
}
