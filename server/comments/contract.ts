import { z } from "zod";
import { ArticleRef } from "../articles/contract.ts";
import { endpoint } from "../endpoint.ts";
import { Next } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

export const STATUSES = ["pending", "held", "approved", "rejected", "withdrawn"] as const;
export const Status = z.enum(STATUSES).meta({ id: "Status" });
export type Status = z.infer<typeof Status>;

const MAX_TEXT = 5_000;
/** Whether there is anything to see: spaces, controls and invisible letters are nothing. */
const visible = (s: string): boolean => /[^\s\p{Cf}\p{Cc}]/u.test(s);
const Text = z
  .string()
  .max(MAX_TEXT, `Keep it to ${MAX_TEXT} characters.`)
  .refine(visible, "Write something first.");

/** An approved comment as everybody sees it. */
export const PublicComment = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    depth: z.number().int(),
    reader: z.object({ name: z.string() }),
    html: z.string().meta({ description: "Safe to insert: escaped text with paragraphs and links." }),
    text: z.string(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    replyCount: z.number().int().meta({ description: "Approved direct replies." }),
    featured: z.boolean().optional().meta({ description: "Moderators have featured it; else left out." }),
    removed: z.boolean().optional().meta({ description: "Only in a tree: it is gone, its replies remain." }),
    get replies() {
      return z.array(PublicComment).optional();
    },
  })
  .meta({ id: "PublicComment" });
export type PublicComment = z.infer<typeof PublicComment>;

/** A comment as its author sees it. */
export const OwnComment = z
  .object({
    id: z.uuid(),
    status: Status,
    version: z.number().int(),
    parentId: z.uuid().nullable(),
    reader: z.object({ name: z.string() }),
    html: z.string(),
    text: z.string(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    editableUntil: z.iso.datetime(),
    featured: z.boolean().meta({ description: "Moderators have put it on top of the thread." }),
    reason: z.string().nullable().meta({ description: "Why it was not published, in plain words." }),
    appealableUntil: z.iso
      .datetime()
      .nullable()
      .meta({ description: "Until when that can be contested; null when it cannot, or has been." }),
    appeal: z
      .object({ createdAt: z.iso.datetime(), outcome: z.enum(["upheld", "overturned"]).nullable() })
      .nullable()
      .meta({
        description:
          "The appeal against it; `outcome` null: it waits for another moderator; `overturned`: it is public because of it.",
      }),
  })
  .meta({ id: "OwnComment" });
export type OwnComment = z.infer<typeof OwnComment>;

export const PostedComment = OwnComment.extend({
  token: z.string().meta({
    description:
      "Send it as `Authorization: Bearer` to follow, edit or withdraw this comment, and to post as the same reader.",
  }),
}).meta({ id: "PostedComment" });
export type PostedComment = z.infer<typeof PostedComment>;

export const Thread = z
  .object({
    featured: z.array(PublicComment).meta({
      description:
        "Only on the first page: what is featured under the article, the latest first. It stands in its place as well.",
    }),
    items: z.array(PublicComment),
    next: Next,
    count: z.number().int().meta({ description: "Approved comments under the article." }),
  })
  .meta({ id: "Thread" });
export type Thread = z.infer<typeof Thread>;

const bySite = z.object({ site: Slug });
const byComment = z.object({ site: Slug, id: z.uuid().toLowerCase() });
const bearer = z.object({
  authorization: z
    .string()
    .optional()
    .meta({ description: "`Bearer` and the token that came with the comment." }),
});

export const postComment = endpoint({
  id: "postComment",
  method: "post",
  path: "/api/sites/:site/comments",
  summary: "Post a comment or a reply",
  description:
    "Stores the comment and answers at once with status `pending`. With `Prefer: wait=N` the answer waits up to N seconds (10 at most) for the decision. Who is banned or suspended, or must read a warning first, is told so with `sanction`: `kind`, `words`, `endsAt`, and for a warning the `id` to acknowledge.",
  tag: "Comments",
  access: "public",
  params: bySite,
  query: z.object({}),
  headers: bearer.extend({
    "idempotency-key": z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: "Send the same key again and nothing is posted twice. Kept for a day." }),
    prefer: z.string().max(100).optional().meta({ description: "`wait=N`", example: "wait=5" }),
  }),
  body: z
    .object({
      article: ArticleRef,
      parentId: z.uuid().toLowerCase().nullish(),
      text: Text,
      reader: z
        .object({
          name: z.string().trim().max(60).refine(visible, "Tell us your name."),
          email: z.email().max(200).nullish(),
        })
        .optional()
        .meta({ description: "Who writes. May be left out when a token says so." }),
    })
    .meta({
      example: {
        article: { url: "http://127.0.0.1:3000/demo" },
        text: "Well said.",
        reader: { name: "Ana" },
      },
    }),
  status: 201,
  response: PostedComment,
  errors: [
    "unauthenticated",
    "not_found",
    "forbidden",
    "banned",
    "suspended",
    "warned",
    "unprocessable",
    "conflict",
    "rate_limited",
    "too_large",
    "unavailable",
  ],
});

export const readThread = endpoint({
  id: "readThread",
  method: "get",
  path: "/api/sites/:site/comments",
  summary: "Read the approved comments under an article",
  description:
    "Carries an ETag; send it back as If-None-Match and an unchanged thread answers 304. An article nobody wrote under yet is an empty thread.",
  tag: "Comments",
  access: "public",
  params: bySite,
  query: z.object({
    article: z
      .string()
      .min(1)
      .max(2_000)
      .meta({ description: "The article's URL, or the site's own id as `id:…`." }),
    sort: z
      .enum(["newest", "oldest", "top"])
      .default("newest")
      .meta({ description: "`top`: most replied first." }),
    shape: z
      .enum(["flat", "tree"])
      .default("flat")
      .meta({ description: "`tree` pages through top-level comments and nests replies." }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(200).optional(),
  }),
  body: z.undefined(),
  status: 200,
  response: Thread,
  errors: ["not_found"],
});

export const readComment = endpoint({
  id: "readComment",
  method: "get",
  path: "/api/sites/:site/comments/:id",
  summary: "Read one comment",
  description:
    "Everybody sees an approved one. Its author, by token, sees it in any status, with the reason.",
  tag: "Comments",
  access: "public",
  params: byComment,
  query: z.object({}),
  headers: bearer,
  body: z.undefined(),
  status: 200,
  response: z.union([OwnComment, PublicComment.extend({ status: Status })]),
  errors: ["not_found"],
});

export const editComment = endpoint({
  id: "editComment",
  method: "patch",
  path: "/api/sites/:site/comments/:id",
  summary: "Edit one's own comment",
  description: "Within the site's edit window. The new text is judged anew.",
  tag: "Comments",
  access: "public",
  params: byComment,
  query: z.object({}),
  headers: bearer,
  body: z.object({ text: Text }),
  status: 200,
  response: OwnComment,
  errors: [
    "unauthenticated",
    "not_found",
    "banned",
    "suspended",
    "warned",
    "conflict",
    "unprocessable",
    "rate_limited",
  ],
});

export const withdrawComment = endpoint({
  id: "withdrawComment",
  method: "delete",
  path: "/api/sites/:site/comments/:id",
  summary: "Withdraw one's own comment",
  tag: "Comments",
  access: "public",
  params: byComment,
  query: z.object({}),
  headers: bearer,
  body: z.undefined(),
  status: 200,
  response: OwnComment,
  errors: ["unauthenticated", "not_found", "conflict"],
});
