import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

/** What a reply says of the page it stands under. The site's own `id`, where given, is what identifies it; else the canonical URL. */
export const ArticleRef = z
  .object({
    url: z.url({ protocol: /^https?$/, error: "Give the article's full http or https address." }).max(2_000),
    id: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: "The site's own id of the article." }),
    title: z.string().trim().max(300).optional(),
    section: z.string().trim().max(100).optional(),
  })
  .meta({ id: "ArticleRef" });
export type ArticleRef = z.infer<typeof ArticleRef>;

export const Article = z
  .object({
    id: z.uuid(),
    url: z.string(),
    title: z.string().nullable(),
    section: z.string().nullable(),
    moderation: z.enum(["post", "pre"]).nullable().meta({ description: "null: as the site says." }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Article" });
export type Article = z.infer<typeof Article>;

export const listArticles = endpoint({
  id: "listArticles",
  method: "get",
  path: "/api/sites/:site/articles",
  summary: "A site's articles, newest first",
  description: "For moderators of sections those of their sections.",
  tag: "Articles",
  access: "moderator",
  params: z.object({ site: Slug }),
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(Article),
  errors: ["not_found"],
});

export const listSections = endpoint({
  id: "listSections",
  method: "get",
  path: "/api/sites/:site/sections",
  summary: "The sections a site's articles are in, by name",
  description: "As the site's pages named them; the first 500.",
  tag: "Articles",
  access: "owner",
  params: z.object({ site: Slug }),
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(z.string()) }),
  errors: ["not_found"],
});

export const updateArticle = endpoint({
  id: "updateArticle",
  method: "patch",
  path: "/api/sites/:site/articles/:id",
  summary: "Choose how an article is moderated",
  tag: "Articles",
  access: "moderator",
  params: z.object({ site: Slug, id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.object({ moderation: z.enum(["post", "pre"]).nullable() }),
  status: 200,
  response: Article,
  errors: ["not_found"],
});
