import type { z } from "zod";
import type { Mark } from "../decisions/contract.ts";
import type { Comparison, Condition, RuleDefinition } from "./definition.ts";

export type { Comparison, Condition };
export type Marks = z.infer<typeof Mark>[];
export type FactValue = number | string | boolean | readonly string[];

/** What a comment uses of a word list, by the version that was looked for. */
export interface ListSeen {
  name: string;
  version: number;
  entries: readonly string[];
  marks: Marks;
}

export interface Fact {
  value: FactValue;
  marks?: Marks;
  /** Of the fact `words`: by the lists' ids. A list that is absent was not looked for. */
  lists?: ReadonlyMap<string, ListSeen>;
}

/** What a rule can ask about a comment. A fact that is absent is unknown, which is not the same as false. */
export type Facts = Readonly<Record<string, Fact | undefined>>;

export type RuleAction = "approve" | "hold" | "reject";

/** A rule is data. */
export interface Rule {
  id: string;
  name: string;
  version: number;
  when: Condition;
  unless?: Condition | null;
  then: RuleAction | "tag";
  tags?: readonly string[];
  /** Why, in plain words, for the moderator; and for the reader when it rejects and has no `words`. */
  reason: string;
  /** What the reader is told when it rejects. */
  words?: string | null;
  scope?: RuleDefinition["scope"];
  priority?: number;
  /** What to do when a fact it needs is not known; `skip`: as if it had not matched. */
  whenUnknown: RuleAction | "skip";
}
