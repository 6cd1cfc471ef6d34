import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Review } from "../reviews/contract.ts";
import { Slug } from "../sites/contract.ts";

/** Featured comments under one article: more would be a second thread. */
export const MOST_FEATURED = 5;
/** How far back comments worth featuring are looked for, unless asked otherwise, and at most. */
const DAYS = 3;
const MOST_DAYS = 14;

const byComment = z.object({ id: z.uuid().toLowerCase() });

export const Feature = z
  .object({
    commentId: z.uuid(),
    by: z.object({ id: z.uuid(), name: z.string() }),
    at: z.iso.datetime(),
  })
  .meta({ id: "Feature" });
export type Feature = z.infer<typeof Feature>;

export const featureComment = endpoint({
  id: "featureComment",
  method: "put",
  path: "/api/comments/:id/feature",
  summary: "Feature a comment: show it on top of its thread",
  description: `Only a public comment, in the version seen, and at most ${MOST_FEATURED} under one article. It ends by itself when the comment is edited or stops being public. One that is featured already answers as it is.`,
  tag: "Desk",
  access: "moderator",
  params: byComment,
  query: z.object({}),
  body: z.object({ version: z.number().int().min(1) }),
  status: 200,
  response: Feature,
  errors: ["not_found", "conflict"],
});

export const unfeatureComment = endpoint({
  id: "unfeatureComment",
  method: "delete",
  path: "/api/comments/:id/feature",
  summary: "No longer feature a comment",
  description: "It stays public, in its place. One that is not featured stays so.",
  tag: "Desk",
  access: "moderator",
  params: byComment,
  query: z.object({}),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});

export const listFeatured = endpoint({
  id: "listFeatured",
  method: "get",
  path: "/api/featured",
  summary: "Featured comments, the latest first",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: Page.extend({ site: Slug.optional() }),
  body: z.undefined(),
  status: 200,
  response: pageOf(Review),
  errors: ["not_found"],
});

const Part = z.number().min(0).max(1);

/** A comment that may be worth featuring, and what it is ranked by. */
export const Worth = z
  .object({
    comment: Review,
    score: Part.meta({ description: "The mean of its parts by the site's weights." }),
    parts: z
      .object({
        length: Part,
        readability: Part,
        civility: Part.nullable(),
        replies: Part,
        record: Part,
      })
      .meta({ description: "0 to 1 each; null: not known, and left out of the mean." }),
    seen: z
      .object({
        words: z.number().int(),
        lix: z.number().meta({ description: "Björnsson's readability index; lower reads easier." }),
        highestScore: z.number().nullable().meta({ description: "null: nothing could score it." }),
        replies: z.number().int().meta({ description: "Public direct replies." }),
        approved: z.number().int().meta({ description: "Of its author's comments." }),
        rejected: z.number().int(),
        strikes: z.number().int(),
      })
      .meta({ description: "What the parts are made from." }),
  })
  .meta({ id: "Worth" });
export type Worth = z.infer<typeof Worth>;

export const listWorthFeaturing = endpoint({
  id: "listWorthFeaturing",
  method: "get",
  path: "/api/worth-featuring",
  summary: "Which recent comments may be worth featuring, the likeliest first",
  description:
    "It ranks and decides nothing. Looked at are the latest 2,000 comments of these days, of them the latest 500 that are public, not featured, no mere remark and in no queue; they are ranked by the site's `featureWeights`.",
  tag: "Desk",
  access: "moderator",
  params: z.object({}),
  query: z.object({
    site: Slug.optional(),
    days: z.coerce.number().int().min(1).max(MOST_DAYS).default(DAYS),
    limit: z.coerce.number().int().min(1).max(50).default(30),
  }),
  body: z.undefined(),
  status: 200,
  response: z.object({
    items: z.array(Worth),
    ranked: z.number().int().meta({ description: "How many were ranked." }),
  }),
  errors: ["not_found"],
});
