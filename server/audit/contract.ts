import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { EVENT_TYPES } from "../events/contract.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

export const EventType = z.enum(EVENT_TYPES);

export const LogEntry = z
  .object({
    id: z.string(),
    type: EventType,
    site: Slug.nullable(),
    articleId: z.uuid().nullable(),
    commentId: z.uuid().nullable(),
    reader: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .meta({ description: "Whom it is about: who wrote the comment, or the reader." }),
    actor: z.string().meta({ description: "`reader/<id>`, `moderator/<id>`, `rules` or `system`." }),
    data: z.record(z.string(), z.unknown()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "LogEntry" });
export type LogEntry = z.infer<typeof LogEntry>;

const When = z.iso.datetime({ offset: true });

/** What the log is searched by; everything given has to hold. */
const Filters = z.object({
  site: Slug.optional(),
  type: z
    .string()
    .max(1_000)
    .transform((list) => list.split(","))
    .pipe(z.array(EventType))
    .optional()
    .meta({ description: "Types, separated by commas.", example: "comment.rejected,comment.held" }),
  actor: z
    .string()
    .regex(
      /^(rules|system|(moderator|reader)\/[0-9a-f-]{36})$/,
      "Give rules, system, moderator/<id> or reader/<id>.",
    )
    .optional(),
  comment: z.uuid().optional(),
  reader: z.uuid().optional().meta({ description: "Everything on this reader and their comments." }),
  since: When.optional(),
  until: When.optional().meta({ description: "Before this moment." }),
});
export type LogFilters = z.output<typeof Filters>;

const common = { tag: "Audit", access: "moderator" as const, params: z.object({}), method: "get" as const };

export const readLog = endpoint({
  ...common,
  id: "readLog",
  path: "/api/log",
  summary: "What happened, newest first",
  description:
    "Owners see everything; moderators what happened to the comments and readers of their sites. " +
    "What was decided on a comment that you may yet judge blind, as an appeal or a sample, is left out until that is done.",
  query: Page.extend(Filters.shape),
  body: z.undefined(),
  status: 200,
  response: pageOf(LogEntry).extend({
    people: z
      .record(z.string(), z.string())
      .meta({ description: "Names of the people that the entries name by id." }),
  }),
  errors: ["not_found"],
});

export const exportLog = endpoint({
  ...common,
  id: "exportLog",
  path: "/api/log/export",
  summary: "The same as a file, from the newest to the oldest",
  description: "As `readLog` tells it to you. That it was asked for is an entry of the log itself.",
  query: Filters.extend({ format: z.enum(["csv", "jsonl"]) }),
  body: z.undefined(),
  status: 200,
  produces: ["text/csv", "application/x-ndjson"],
  response: z.undefined(),
  errors: ["not_found"],
});

export const ChainReport = z
  .object({
    checkedAt: z.iso.datetime(),
    events: z.number().int().meta({ description: "Entries that were found as they were written." }),
    broken: z
      .object({ eventId: z.string(), problem: z.enum(["changed", "removed", "added"]) })
      .nullable()
      .meta({ description: "The first entry that is not as it was written." }),
  })
  .meta({ id: "ChainReport" });

export const readLogCheck = endpoint({
  ...common,
  id: "readLogCheck",
  path: "/api/log/check",
  access: "owner",
  summary: "What the last check of the whole log found",
  description: "It is made every night, and by `npm run audit`.",
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: z.object({ check: ChainReport.nullable() }),
  errors: [],
});
