import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { QueueFilters, Review } from "../reviews/contract.ts";
import { Slug } from "../sites/contract.ts";

/** Characters of what is searched for. */
export const LONGEST_SEARCH = 300;

const Moment = z.iso.datetime({ offset: true });
const Score = z.coerce.number().min(0).max(1);
const { article, section, rule, language, scored, by } = QueueFilters.shape;

/** What comments are searched by; what queues are narrowed by as well has the same name and meaning there. */
export const SearchFilters = z.object({
  q: z.string().trim().min(1).max(LONGEST_SEARCH).optional().meta({
    description:
      'Words that the comment has, all of them; `"in quotes"`: in this order; `or`; `-without`; `part*`: words with this part. A word that no comment has stands for those written alike.',
    example: '"new bridge" -toll',
  }),
  near: z
    .literal("true")
    .optional()
    .meta({ description: "Every word also stands for longer ones with it and for those written alike." }),
  site: Slug.optional(),
  reader: z.string().trim().min(1).max(100).optional().meta({
    description: "The reader's id, or the beginning of any words of the name.",
  }),
  network: z.uuid().toLowerCase().optional().meta({
    description:
      "A reader's id: whoever came from the same network as they, themselves included. For those who may see who may be the same person.",
  }),
  article,
  title: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .meta({ description: "A part of the article's title or address." }),
  section,
  status: Status.optional(),
  language,
  rule: rule.meta({ description: "The id of a rule that held or refused it." }),
  scored,
  by,
  min: Score.optional().meta({
    description: "The score by that attribute, else the highest of all, is at least this.",
  }),
  max: Score.optional().meta({ description: "And at most this." }),
  moderator: z.uuid().toLowerCase().optional().meta({ description: "The id of somebody who decided it." }),
  decidedFrom: Moment.optional().meta({ description: "A moderator decided it at this moment or later." }),
  decidedTo: Moment.optional().meta({ description: "And before this." }),
  postedFrom: Moment.optional(),
  postedTo: Moment.optional().meta({ description: "Posted before this." }),
});
export type SearchFilters = z.infer<typeof SearchFilters>;

/** A comment that was found, as the desk shows it, and where its text has the words. */
export const Found = Review.extend({
  marks: z
    .array(z.object({ start: z.number().int(), end: z.number().int() }))
    .meta({ description: "In UTF-16 units of `text`." }),
}).meta({ id: "Found" });
export type Found = z.infer<typeof Found>;

export const searchComments = endpoint({
  id: "searchComments",
  method: "get",
  path: "/api/search",
  summary: "Search all comments",
  description:
    "Comments in any status that have been judged at least once, of the sites you moderate. A search that takes longer than two seconds is refused as `too_slow`.",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: Page.extend(SearchFilters.shape).extend({
    sort: z.enum(["newest", "relevance"]).default("newest").meta({
      description: "`relevance`: how well the words fit, among the newest 1,000 that have them. Needs `q`.",
    }),
  }),
  body: z.undefined(),
  status: 200,
  response: pageOf(Found).extend({
    words: z
      .array(z.object({ asked: z.string(), found: z.array(z.string()) }))
      .meta({ description: "Which words each word of `q` stands for, where it is not for itself alone." }),
  }),
  errors: ["not_found", "forbidden", "unprocessable", "too_slow"],
});

export const exportSearch = endpoint({
  id: "exportSearch",
  method: "get",
  path: "/api/search/export",
  summary: "Export what a search finds",
  description:
    "Every comment that fits, newest first: as CSV, with what a spreadsheet would take for a formula behind an apostrophe, or as a JSON object a line. The site's log says who exported what.",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: SearchFilters.extend({ format: z.enum(["csv", "jsonl"]).default("csv") }),
  body: z.undefined(),
  status: 200,
  produces: ["text/csv", "application/jsonl"],
  response: z.undefined(),
  errors: ["not_found", "forbidden", "unprocessable", "too_slow", "rate_limited"],
});
