import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { Decision } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Note } from "../notes/contract.ts";
import { Page, pageOf } from "../paging.ts";
import { Sanction, TraceKind } from "../sanctions/contract.ts";
import { Slug } from "../sites/contract.ts";

/** Strikes and the recent rejection rate look back this many days. */
export const RECENT_DAYS = 90;
/** With fewer decided comments than this there is no rate: one of two says nothing. */
export const RATE_FROM = 5;

/** A reader as every card shows them, counted at this moment. */
export const ReaderCard = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(["guest", "member"]),
    createdAt: z.iso.datetime(),
    approved: z.number().int(),
    held: z.number().int(),
    rejected: z.number().int(),
    recent: z.object({
      decided: z
        .number()
        .int()
        .meta({
          description: `Comments of the last ${RECENT_DAYS} days that are approved or rejected now.`,
        }),
      rejected: z.number().int(),
      rate: z
        .number()
        .nullable()
        .meta({ description: `rejected / decided; null with fewer than ${RATE_FROM} decided.` }),
    }),
    strikes: z
      .number()
      .int()
      .meta({
        description: `Comments that people rejected in the last ${RECENT_DAYS} days and nobody has overturned.`,
      }),
    sanctions: z.array(Sanction).meta({ description: "Those in force, the latest first." }),
    notes: z.array(Note).meta({ description: "The last two." }),
  })
  .meta({ id: "ReaderCard" });
export type ReaderCard = z.infer<typeof ReaderCard>;

const site = z.object({ slug: Slug, name: z.string() });

/** A reader in a list. */
export const ReaderItem = ReaderCard.omit({ notes: true }).extend({
  site,
  email: z.string().nullable().meta({ description: "For owners only." }),
});
export type ReaderItem = z.infer<typeof ReaderItem>;

export const ReaderPage = ReaderCard.extend({
  site,
  email: z.string().nullable().meta({ description: "For owners only." }),
  samePerson: z
    .object({
      others: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          createdAt: z.iso.datetime(),
          by: z.array(TraceKind).meta({ description: "What they have in common." }),
          lastSeenAt: z.iso.datetime(),
          sanctions: z.array(Sanction.shape.kind).meta({ description: "Kinds in force." }),
        }),
      ),
      count: z.number().int().meta({
        description: "How many there are; 20 are listed. Many by `address` are a shared network.",
      }),
      traces: z.array(TraceKind).meta({ description: "What is known of this reader." }),
    })
    .nullable()
    .meta({
      description: "Who may be the same person, a hint and no proof; null for those who may not see it.",
    }),
}).meta({ id: "ReaderPage" });
export type ReaderPage = z.infer<typeof ReaderPage>;

/** One thing in a reader's history. */
export const TimelineEntry = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("comment"),
      at: z.iso.datetime(),
      comment: z.object({
        id: z.uuid(),
        status: Status,
        text: z.string(),
        article: z.object({ url: z.string(), title: z.string().nullable() }),
        decision: Decision.nullable().meta({ description: "The latest." }),
      }),
    }),
    z.object({ kind: z.literal("sanction"), at: z.iso.datetime(), sanction: Sanction }),
    z.object({
      kind: z.literal("report"),
      at: z.iso.datetime(),
      report: z.object({
        id: z.uuid(),
        made: z
          .boolean()
          .meta({ description: "By this reader; false: of this reader's comment, and never by whom." }),
        reason: z.string().meta({ description: "The id of one of the site's reasons." }),
        text: z.string().nullable(),
        closed: z.boolean().meta({ description: "A moderator has decided on the comment since." }),
        comment: z.object({
          id: z.uuid(),
          text: z.string().meta({ description: "Its first 400 characters." }),
        }),
      }),
    }),
    z.object({ kind: z.literal("note"), at: z.iso.datetime(), note: Note }),
  ])
  .meta({ id: "TimelineEntry" });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const byId = z.object({ id: z.uuid().toLowerCase() });

export const readReader = endpoint({
  id: "readReader",
  method: "get",
  path: "/api/readers/:id",
  summary: "One reader with figures, sanctions in force and the last notes",
  tag: "Readers",
  access: "moderator",
  params: byId,
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: ReaderPage,
  errors: ["not_found"],
});

export const readTimeline = endpoint({
  id: "readTimeline",
  method: "get",
  path: "/api/readers/:id/timeline",
  summary: "A reader's history, newest first",
  tag: "Readers",
  access: "moderator",
  params: byId,
  query: Page.extend({
    show: z
      .enum(["comment", "sanction", "note", "report"])
      .optional()
      .meta({ description: "Only these; all when left out." }),
    status: Status.optional().meta({ description: "Of comments, only those with this status." }),
  }),
  body: z.undefined(),
  status: 200,
  response: pageOf(TimelineEntry),
  errors: ["not_found"],
});

export const listReaders = endpoint({
  id: "listReaders",
  method: "get",
  path: "/api/readers",
  summary: "Find readers",
  tag: "Readers",
  access: "moderator",
  params: z.object({}),
  query: Page.extend({
    site: Slug.optional(),
    q: z.string().trim().max(200).optional().meta({
      description:
        "The beginning of any words of the name; for owners also a whole e-mail address. Left out: the newest first.",
    }),
    sanctioned: z
      .enum(["true", "false"])
      .optional()
      .meta({ description: "`true`: only readers with a sanction in force." }),
  }),
  body: z.undefined(),
  status: 200,
  response: pageOf(ReaderItem),
  errors: ["not_found"],
});
