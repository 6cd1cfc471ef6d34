import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Part } from "../rules/definition.ts";
import { Slug } from "../sites/contract.ts";

/** Of one rule. */
export const MOST_EXAMPLES = 50;
/** Characters of a pasted one. */
export const LONGEST_EXAMPLE = 1_000;

/** A comment that a rule must match, or must not. */
export const RuleExample = z
  .object({
    id: z.uuid(),
    mustMatch: z.boolean(),
    commentId: z.uuid().nullable().meta({ description: "Null: a pasted text." }),
    text: z.string().nullable().meta({ description: "Null: its author has withdrawn it." }),
    language: z.string().nullable(),
    by: z.object({ name: z.string() }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "RuleExample" });
export type RuleExample = z.infer<typeof RuleExample>;

/** What a rule makes of one of its examples. */
export const ExampleResult = z
  .object({
    id: z.uuid(),
    holds: z.boolean().nullable().meta({
      description:
        "Whether the rule does with it as it must. Null: it cannot be told, since something the rule asks about is not known of it; a pasted text has no reader and no article.",
    }),
    because: z.array(Part).meta({ description: "The parts of the rule that decided; at most ten." }),
  })
  .meta({ id: "ExampleResult" });
export type ExampleResult = z.infer<typeof ExampleResult>;

const common = { tag: "Rules", access: "owner" as const, query: z.object({}) };
const ofRule = z.object({ site: Slug, id: z.uuid().toLowerCase() });

export const listRuleExamples = endpoint({
  ...common,
  id: "listRuleExamples",
  method: "get",
  path: "/api/sites/:site/rules/:id/examples",
  summary: "What a rule must match and must not, the oldest first",
  params: ofRule,
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(RuleExample) }),
  errors: ["not_found"],
});

export const addRuleExample = endpoint({
  ...common,
  id: "addRuleExample",
  method: "post",
  path: "/api/sites/:site/rules/:id/examples",
  summary: "Keep a comment as one that a rule must match, or must not",
  description:
    "A stored comment is kept by its id and read anew each time; a pasted text with the scores it has now. One that is kept already is turned into the other kind.",
  params: ofRule,
  body: z.object({
    mustMatch: z.boolean(),
    text: z.string().trim().min(1).max(LONGEST_EXAMPLE).optional(),
    commentId: z.uuid().toLowerCase().optional(),
  }),
  status: 201,
  response: RuleExample,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const removeRuleExample = endpoint({
  ...common,
  id: "removeRuleExample",
  method: "delete",
  path: "/api/sites/:site/rules/:id/examples/:example",
  summary: "Keep an example of a rule no longer",
  params: ofRule.extend({ example: z.uuid().toLowerCase() }),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});
