import { z } from "zod";
import { RuleMatch } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { ExampleResult } from "../rule-examples/contract.ts";
import { RuleProblem } from "../rules/contract.ts";
import { RuleDefinition } from "../rules/definition.ts";
import { Slug } from "../sites/contract.ts";

const common = {
  tag: "Rules",
  access: "owner" as const,
  params: z.object({ site: Slug }),
  query: z.object({}),
};

export const checkRule = endpoint({
  ...common,
  id: "checkRule",
  method: "post",
  path: "/api/sites/:site/rules/check",
  summary: "Say what is wrong or odd about a rule, beside the site's others",
  description: "Nothing is kept and nothing scored.",
  body: z.object({
    definition: RuleDefinition,
    ruleId: z.uuid().toLowerCase().nullable().default(null).meta({
      description: "The rule it is a version of, which it is not compared with.",
    }),
  }),
  status: 200,
  response: z.object({
    problems: z.array(RuleProblem),
    examples: z.array(ExampleResult).meta({
      description: "What it makes of the examples kept with `ruleId`; none where the rule has errors.",
    }),
  }),
  errors: ["not_found"],
});

export const tryRule = endpoint({
  ...common,
  id: "tryRule",
  method: "post",
  path: "/api/sites/:site/rules/try",
  summary: "Try a rule on a text or a stored comment, and see every condition's value",
  description: "Nothing is kept. With `commentId` the facts are those of the comment as it is now.",
  body: z.object({
    definition: RuleDefinition,
    text: z.string().min(1).max(5_000).optional(),
    commentId: z.uuid().toLowerCase().optional(),
  }),
  status: 200,
  response: z.object({
    outcome: z.enum(["matches", "exempt", "unknown", "no-match"]),
    action: z.enum(["approve", "hold", "reject", "tag"]).nullable(),
    when: RuleMatch.shape.conditions,
    unless: RuleMatch.shape.conditions,
    problems: z.array(RuleProblem),
  }),
  errors: ["not_found", "unprocessable"],
});
