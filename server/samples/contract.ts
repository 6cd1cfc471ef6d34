import { z } from "zod";
import { DecisionMade } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";

export const judgeSample = endpoint({
  id: "judgeSample",
  method: "post",
  path: "/api/comments/:id/judgements",
  summary: "Say what you would have done with a sampled comment",
  description:
    "`approve` agrees with the rules and changes nothing. `reject` says that they missed it, and refuses it with the given reason. Some are judged by two moderators, neither knowing of the other; the second verdict on what the first refused changes nothing. Given once for each version of the words.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.object({
    verdict: z.enum(["approve", "reject"]),
    version: z.number().int().min(1),
    reason: z.string().trim().max(500).nullish().meta({
      description:
        "With `reject`: the id of one of the site's reasons, or words of your own; the reader is told.",
    }),
    note: z.string().trim().max(2_000).nullish(),
  }),
  status: 201,
  response: z.object({
    verdict: z.enum(["approve", "reject"]),
    decision: DecisionMade.nullable().meta({
      description: "With `reject`: what it led to; null where a first verdict had refused it.",
    }),
  }),
  errors: ["not_found", "conflict", "claimed"],
});
