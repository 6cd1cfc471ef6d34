import { z } from "zod";
import { ConditionSeen } from "../decisions/contract.ts";
import { Slug } from "../sites/contract.ts";

/** How deep conditions nest, counted from 1 for a comparison alone. */
export const MAX_DEPTH = 4;
/** Comparisons in one rule, exemptions included. */
export const MAX_COMPARISONS = 50;
/** Rules of one site that are not deleted. */
export const MAX_RULES = 1_000;

/** Scores have names as well as numbers. What is below `medium` is low, and nothing has to be said about it. */
export const BANDS = { medium: 0.3, high: 0.6, "very-high": 0.85 } as const;
export type Band = keyof typeof BANDS;

/** A band's number; null for a word that names none. */
export const bandAt = (word: string): number | null =>
  Object.hasOwn(BANDS, word) ? BANDS[word as Band] : null;

export const OPERATORS = [">=", ">", "<=", "<", "=", "in", "uses", "matches"] as const;

export const Comparison = z
  .strictObject({
    fact: z
      .string()
      .min(1)
      .max(60)
      .meta({ description: "What is asked about; `GET /api/rule-facts` lists all." }),
    op: z.enum(OPERATORS).meta({
      description:
        "`in`: one of a list; of `words`: uses an entry of one of the word lists with these ids. `uses`: one of these words or phrases, disguised ones too; `idiot*`, `*wit` and `*trottel*` stand for words that begin, end with or have three letters or more. `matches`: a pattern in RE2's language.",
    }),
    value: z.union([
      z.number(),
      z.boolean(),
      z.string().min(1).max(500),
      z.array(z.string().trim().min(1).max(200)).min(1).max(500),
    ]),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof Comparison>;

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

const several = (): z.ZodType<Condition[]> =>
  z
    .array(z.lazy(() => Condition))
    .min(1)
    .max(20);

/** A tree of all, any and not over comparisons. */
export const Condition: z.ZodType<Condition> = z
  .union([
    Comparison,
    z.strictObject({ all: several() }),
    z.strictObject({ any: several() }),
    z.strictObject({ not: z.lazy(() => Condition) }),
  ])
  .meta({ id: "Condition" });

/** What a rule says, without how it is used. */
export const RuleDefinition = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    description: z.string().trim().max(500).default(""),
    when: Condition,
    unless: Condition.nullable().default(null).meta({ description: "Exempts from the rule." }),
    then: z.enum(["approve", "hold", "reject", "tag"]).meta({
      description: "The most restrictive of all matches wins. `tag` marks the comment and decides nothing.",
    }),
    tags: z.array(Slug).max(5).default([]).meta({ description: "Marks it puts on what it matches." }),
    reason: z.string().trim().min(1).max(500).meta({ description: "Why, for moderators." }),
    words: z.string().trim().min(1).max(500).nullable().default(null).meta({
      description: "What the reader is told when it rejects; null: the reason.",
    }),
    policy: z.string().trim().min(1).max(200).nullable().default(null).meta({
      description: "The clause of the site's policy it enforces.",
    }),
    scope: z
      .strictObject({
        sections: z.array(z.string().trim().min(1).max(200)).min(1).max(50).nullable().default(null),
        articles: z.array(z.uuid().toLowerCase()).min(1).max(50).nullable().default(null),
      })
      .default({ sections: null, articles: null })
      .meta({ description: "Where it applies; null: everywhere on the site." }),
    priority: z.number().int().min(0).max(1_000).default(0).meta({
      description: "Of matches that are equally restrictive, the reason of the one with the highest is told.",
    }),
    whenUnknown: z.enum(["approve", "hold", "reject", "skip"]).default("hold").meta({
      description: "What it does where its outcome hangs on something unknown; `skip`: nothing.",
    }),
  })
  .meta({ id: "RuleDefinition" });
export type RuleDefinition = z.infer<typeof RuleDefinition>;

/** Whether a rule can refuse a comment, also by what it does where it does not know. */
export const rejects = ({ then, whenUnknown }: Pick<RuleDefinition, "then" | "whenUnknown">): boolean =>
  then === "reject" || (then !== "tag" && whenUnknown === "reject");

/** A part of a rule that is responsible for an outcome. */
export const Part = z.object({
  path: z.string().meta({ description: "Where in the rule: `when.all.0`, `unless`, `scope`." }),
  fact: z.string(),
  seen: ConditionSeen.shape.seen,
});
export type Part = z.infer<typeof Part>;

/** Something a rule can ask about. */
export const RuleFact = z
  .object({
    name: z.string(),
    type: z.enum(["score", "number", "boolean", "text", "list", "comment", "words"]),
    unit: z.string().nullable(),
    help: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    operators: z.array(z.enum(OPERATORS)),
  })
  .meta({ id: "RuleFact" });
export type RuleFact = z.infer<typeof RuleFact>;
