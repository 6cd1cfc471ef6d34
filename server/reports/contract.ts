import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";
import { ReportReason } from "../sites/settings.ts";

/** What the one who reported is told. */
export const Report = z
  .object({ id: z.uuid(), commentId: z.uuid(), reason: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: "Report" });
export type Report = z.infer<typeof Report>;

/** The open reports of a comment, as moderators see them: never who made them. */
export const OpenReports = z.object({
  reporters: z.number().int().meta({ description: "How many different readers." }),
  items: z
    .array(
      z.object({
        id: z.uuid(),
        reason: z.string(),
        text: z.string().nullable(),
        createdAt: z.iso.datetime(),
      }),
    )
    .meta({ description: "The latest twenty, newest first; reasons by their ids in the site's settings." }),
});
export type OpenReports = z.infer<typeof OpenReports>;

export const makeReport = endpoint({
  id: "makeReport",
  method: "post",
  path: "/api/sites/:site/comments/:id/reports",
  summary: "Report a comment",
  description:
    "Once for each reader and reason; the same again answers the first report. Readers are told apart by token, else by a keyed hash of their address. From whoever is banned or suspended none are taken, and they are told so.",
  tag: "Comments",
  access: "public",
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  query: z.object({}),
  headers: z.object({
    authorization: z.string().optional().meta({ description: "`Bearer` and a reader's token." }),
  }),
  body: z.object({
    reason: z.string().max(40).meta({ description: "The id of one of the site's reasons." }),
    text: z.string().trim().max(1_000).nullish().meta({ description: "For the moderators." }),
  }),
  status: 201,
  response: Report,
  errors: ["not_found", "banned", "suspended", "unprocessable", "rate_limited"],
});

export const listReportReasons = endpoint({
  id: "listReportReasons",
  method: "get",
  path: "/api/sites/:site/report-reasons",
  summary: "What readers may report a comment for",
  tag: "Comments",
  access: "public",
  params: z.object({ site: Slug }),
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(ReportReason) }),
  errors: ["not_found"],
});
