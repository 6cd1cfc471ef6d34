import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { SiteRule } from "../rules/contract.ts";
import { Slug } from "../sites/contract.ts";

const common = {
  tag: "Rules",
  access: "owner" as const,
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.object({
    version: z
      .number()
      .int()
      .min(1)
      .meta({ description: "The version it is about; 409 if there is a newer one." }),
  }),
  status: 200 as const,
  response: SiteRule,
};

export const askRuleConfirmation = endpoint({
  ...common,
  id: "askRuleConfirmation",
  method: "post",
  path: "/api/sites/:site/rules/:id/confirmation/ask",
  summary: "Ask the other owners to confirm a rule's version",
  description: "It is told on the rule's page and in the log.",
  errors: ["not_found", "conflict"],
});

export const confirmRule = endpoint({
  ...common,
  id: "confirmRule",
  method: "post",
  path: "/api/sites/:site/rules/:id/confirmation",
  summary: "Confirm a rule's version that somebody else has saved",
  description:
    "Where the site wants a second person (`rulesNeedSecond`), a version that rejects goes canary or live only then.",
  errors: ["not_found", "conflict", "unprocessable"],
});
