import { z } from "zod";
import { Appeal } from "../appeals/contract.ts";
import { Assignee } from "../assignments/contract.ts";
import { Claim } from "../claims/contract.ts";
import { Status } from "../comments/contract.ts";
import { Decision, RuleMatch } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Escalation } from "../escalations/contract.ts";
import { Page, pageOf } from "../paging.ts";
import { ReaderCard } from "../readers/contract.ts";
import { OpenReports } from "../reports/contract.ts";
import { Slug } from "../sites/contract.ts";

export const QUEUES = ["held", "reported", "appealed", "sample", "escalated"] as const;
export const Queue = z.enum(QUEUES);
export type Queue = z.infer<typeof Queue>;

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
      assigned: z.array(Assignee).meta({ description: "Who looks after it." }),
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
    queues: z.array(Queue).meta({ description: "The queues it waits in, of those you may see." }),
    queuedAt: z.iso.datetime().nullable().meta({ description: "Since when it waits there." }),
    blind: z.enum(["appeal", "sample"]).nullable().meta({
      description:
        "Judged before seeing why: scores, spans, rules and decision are left out until you have said what you would do.",
    }),
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
    featured: z
      .object({ by: z.object({ name: z.string() }), at: z.iso.datetime() })
      .nullable()
      .meta({ description: "Who has put it on top of its thread." }),
    claim: Claim.nullable().meta({ description: "Who is on it now." }),
    reports: OpenReports.meta({ description: "What readers say of it." }),
    appeal: Appeal.nullable().meta({ description: "Its author's latest appeal." }),
    escalation: Escalation.nullable().meta({ description: "The latest time it was handed to an owner." }),
  })
  .meta({ id: "Review" });
export type Review = z.infer<typeof Review>;

export const QueueCounts = z.object({
  held: z.number().int(),
  reported: z.number().int(),
  appealed: z.number().int().meta({ description: "Without those that contest your own decisions." }),
  sample: z.number().int(),
  escalated: z.number().int().meta({ description: "For owners all; for others what they escalated." }),
  stuckAppeals: z.number().int().meta({
    description: "Appeals that nobody may decide, because only the one who decided moderates the site.",
  }),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

export const SORTS = ["oldest", "newest", "score", "reports"] as const;
const Attribute = z.enum(["TOXICITY", "SEVERE_TOXICITY", "INSULT", "PROFANITY", "THREAT", "IDENTITY_ATTACK"]);

/** What a queue is narrowed to and in which order it is read. */
export const QueueFilters = z.object({
  article: z.uuid().optional().meta({ description: "The article's id." }),
  section: z.string().trim().min(1).max(100).optional(),
  reason: z.string().trim().min(1).max(500).optional().meta({
    description: "Held: the reason given. Reported: the id of the readers' reason.",
  }),
  rule: z.string().min(1).max(100).optional().meta({ description: "The id of a rule that held it." }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .meta({ description: "`und`: nobody could tell." }),
  scored: z.enum(["scored", "unscored"]).optional(),
  assigned: z
    .enum(["me"])
    .optional()
    .meta({ description: "`me`: of the articles assigned to whoever looks." }),
  sort: z.enum(SORTS).default("oldest").meta({
    description: "`oldest`: longest wait first; `score`: highest first; `reports`: most readers first.",
  }),
  by: Attribute.optional().meta({
    description: "With `score`: by this attribute, else by the highest of all.",
  }),
});
export type QueueFilters = z.infer<typeof QueueFilters>;

export const readQueue = endpoint({
  id: "readQueue",
  method: "get",
  path: "/api/queue",
  summary: "What waits for a moderator",
  description:
    "Pages are stable while comments arrive: the next page starts behind the last one shown, whatever came meanwhile.",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: Page.extend(QueueFilters.shape).extend({
    queue: Queue.default("held"),
    site: Slug.optional(),
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
  body: QueueFilters.extend({ queue: Queue.default("held"), site: Slug.optional() }),
  status: 200,
  response: z.object({ item: Review.nullable() }),
  errors: ["not_found", "conflict"],
});

export const readReview = endpoint({
  id: "readReview",
  method: "get",
  path: "/api/comments/:id",
  summary: "One comment as the desk shows it, in any status",
  description: "With `queue=sample` as that queue shows it: blind until you have judged it.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({ queue: Queue.optional() }),
  body: z.undefined(),
  status: 200,
  response: Review,
  errors: ["not_found"],
});
