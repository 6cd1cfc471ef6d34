import { z } from "zod";
import { DecisionMade } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";

/** Months in which an author may contest a refusal. */
export const APPEAL_MONTHS = 6;

const Verdict = z.enum(["approve", "reject"]);

/** An appeal as its author sees it. */
export const OwnAppeal = z
  .object({
    id: z.uuid(),
    commentId: z.uuid(),
    text: z.string(),
    createdAt: z.iso.datetime(),
    outcome: z.enum(["upheld", "overturned"]).nullable().meta({ description: "null: it waits." }),
  })
  .meta({ id: "OwnAppeal" });
export type OwnAppeal = z.infer<typeof OwnAppeal>;

/** An appeal as moderators see it. */
export const Appeal = z.object({
  id: z.uuid(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  outcome: z.enum(["upheld", "overturned"]).nullable(),
  mayDecide: z.boolean().meta({ description: "false for the one whose refusal is contested." }),
  ownJudgement: Verdict.nullable().meta({
    description: "Your verdict before you saw the decision; the card is blind until there is one.",
  }),
});
export type Appeal = z.infer<typeof Appeal>;

export const makeAppeal = endpoint({
  id: "makeAppeal",
  method: "post",
  path: "/api/sites/:site/comments/:id/appeals",
  summary: "Contest that one's comment was not published",
  description:
    "By the author's token, once, within six months. It goes to a moderator other than the one who decided, who judges it before seeing the decision.",
  tag: "Comments",
  access: "public",
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: z.object({
    authorization: z
      .string()
      .optional()
      .meta({ description: "`Bearer` and the token that came with the comment." }),
  }),
  body: z.object({
    text: z
      .string()
      .trim()
      .min(1, "Say why it should be published.")
      .max(2_000, "Keep it to 2000 characters."),
  }),
  status: 201,
  response: OwnAppeal,
  errors: ["unauthenticated", "not_found", "conflict", "rate_limited"],
});

export const judgeAppeal = endpoint({
  id: "judgeAppeal",
  method: "post",
  path: "/api/appeals/:id/judgements",
  summary: "Give a first judgement, before the decision is shown",
  description: "Changes nothing yet. Afterwards the card tells who decided what and why. Given once.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.object({ verdict: Verdict }),
  status: 201,
  response: z.object({ appealId: z.uuid(), verdict: Verdict }),
  errors: ["not_found", "conflict"],
});

export const decideAppeal = endpoint({
  id: "decideAppeal",
  method: "post",
  path: "/api/appeals/:id/decisions",
  summary: "Uphold or overturn",
  description:
    "`overturned` publishes the comment in its place; `upheld` refuses it again, for the given reason or the one it had. Needs one's own first judgement.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: z.object({
    "idempotency-key": z.string().min(1).max(200).optional().meta({
      description: "Send the same key again and the same decision is the answer. Kept for a day.",
    }),
  }),
  body: z.object({
    outcome: z.enum(["upheld", "overturned"]),
    version: z.number().int().min(1),
    reason: z
      .string()
      .trim()
      .max(500)
      .nullish()
      .meta({ description: "When upheld: what the reader is told." }),
    note: z.string().trim().max(2_000).nullish().meta({ description: "For colleagues." }),
  }),
  status: 201,
  response: DecisionMade,
  errors: ["not_found", "conflict", "claimed", "unprocessable"],
});
