import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Slug } from "../sites/contract.ts";

/** Who may look after one article: more would be everybody. */
export const MOST_ASSIGNED = 10;

export const Assignee = z.object({ id: z.uuid(), name: z.string() }).meta({ id: "Assignee" });
export type Assignee = z.infer<typeof Assignee>;

const article = z.object({ site: Slug, id: z.uuid().toLowerCase() });
const one = article.extend({ moderator: z.uuid().toLowerCase() });
const Assigned = z.object({ assigned: z.array(Assignee) });

export const listAssignable = endpoint({
  id: "listAssignable",
  method: "get",
  path: "/api/sites/:site/articles/:id/assignments",
  summary: "Whom an article is assigned to, and whom you may assign it to",
  tag: "Articles",
  access: "moderator",
  params: article,
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: Assigned.extend({
    assignable: z.array(Assignee).meta({
      description: "For owners everybody who may see the article, 500 at most; for others they alone.",
    }),
  }),
  errors: ["not_found"],
});

export const assignArticle = endpoint({
  id: "assignArticle",
  method: "put",
  path: "/api/sites/:site/articles/:id/assignments/:moderator",
  summary: "Assign an article to somebody who moderates its site or section",
  description: `Moderators assign articles to themselves, owners to anybody; to ${MOST_ASSIGNED} at most. It helps them find their work: others see the comments as before.`,
  tag: "Articles",
  access: "moderator",
  params: one,
  query: z.object({}),
  body: z.object({}).optional(),
  status: 200,
  response: Assigned,
  errors: ["not_found", "forbidden", "conflict"],
});

export const unassignArticle = endpoint({
  id: "unassignArticle",
  method: "delete",
  path: "/api/sites/:site/articles/:id/assignments/:moderator",
  summary: "Take an assignment back",
  description: "Moderators their own, owners any; where there is none, nothing happens.",
  tag: "Articles",
  access: "moderator",
  params: one,
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: Assigned,
  errors: ["not_found", "forbidden"],
});
