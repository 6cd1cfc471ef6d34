import { z } from "zod";
import { Claim } from "../claims/contract.ts";
import { Status } from "../comments/contract.ts";
import { Decision, RuleMatch } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { ReaderCard } from "../readers/contract.ts";
import { Slug } from "../sites/contract.ts";

/** A comment with everything a moderator needs to judge it. */
export const Review = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    revision: z.number().int(),
    status: Status,
    site: z.object({ slug: Slug, name: z.string() }),
    article: z.object({
      id: z.uuid(),
      url: z.string(),
      title: z.string().nullable(),
      section: z.string().nullable(),
    }),
    parent: z
      .object({ id: z.uuid(), reader: z.object({ name: z.string() }), text: z.string(), status: Status })
      .nullable(),
    reader: ReaderCard,
    text: z.string(),
    html: z.string(),
    language: z.string().nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    queuedAt: z.iso.datetime().nullable().meta({ description: "Since when it waits." }),
    scores: z
      .record(z.string(), z.number())
      .meta({ description: "0 to 1 for each attribute; empty when nothing could score it." }),
    spans: z.array(
      z.object({ start: z.number().int(), end: z.number().int(), attribute: z.string(), score: z.number() }),
    ),
    scorers: z.array(
      z.object({
        scorer: z.string(),
        model: z.string().nullable(),
        version: z.string().nullable(),
        unavailable: z.string().nullable(),
        scores: z.record(z.string(), z.number()).nullable(),
        at: z.iso.datetime().meta({ description: "When it said so; a rescore is later than the decision." }),
      }),
    ),
    unscored: z.boolean(),
    why: z
      .array(RuleMatch)
      .meta({ description: "Every rule that matched, with each condition's value as seen." }),
    decision: Decision.nullable().meta({ description: "The latest decision." }),
    claim: Claim.nullable().meta({ description: "Who is on it now." }),
  })
  .meta({ id: "Review" });
export type Review = z.infer<typeof Review>;

export const QueueCounts = z.object({
  held: z.number().int(),
  reported: z.number().int(),
  appealed: z.number().int(),
  sample: z.number().int(),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

const Sort = z
  .enum(["oldest", "newest", "score"])
  .default("oldest")
  .meta({ description: "`oldest`: longest wait first." });

export const readQueue = endpoint({
  id: "readQueue",
  method: "get",
  path: "/api/queue",
  summary: "What waits for a moderator",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: Page.extend({
    queue: z.enum(["held", "reported", "appealed", "sample"]).default("held"),
    site: Slug.optional(),
    sort: Sort,
  }),
  body: z.undefined(),
  status: 200,
  response: pageOf(Review).extend({ counts: QueueCounts }),
  errors: ["not_found"],
});

export const claimNext = endpoint({
  id: "claimNext",
  method: "post",
  path: "/api/queue/claims",
  summary: "Claim the next comment that waits",
  description:
    "The first in that order that nobody is on and that you have not written; `item` is null when there is none. Two who ask at once are given different ones.",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: z.object({}),
  body: z.object({ site: Slug.optional(), sort: Sort }),
  status: 200,
  response: z.object({ item: Review.nullable() }),
  errors: ["not_found", "conflict"],
});

export const readReview = endpoint({
  id: "readReview",
  method: "get",
  path: "/api/comments/:id",
  summary: "One comment as the desk shows it, in any status",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid() }),
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: Review,
  errors: ["not_found"],
});
