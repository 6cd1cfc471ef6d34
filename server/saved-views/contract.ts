import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Queue, QueueFilters } from "../reviews/contract.ts";
import { Slug } from "../sites/contract.ts";

/** A queue as somebody likes to look at it. */
export const SavedView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    queue: Queue,
    site: Slug.nullable().meta({ description: "null: all the sites one may see." }),
    filters: QueueFilters,
    shared: z.boolean().meta({ description: "With everybody who moderates the site." }),
    own: z.boolean().meta({ description: "Yours to change and delete." }),
    by: z.object({ name: z.string() }),
    count: z.number().int().meta({ description: "How many wait in it for you." }),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedView>;

const nothing = z.object({});
const one = z.object({ id: z.uuid().toLowerCase() });
const Name = z.string().trim().min(1, "Give it a name.").max(60);

export const listSavedViews = endpoint({
  id: "listSavedViews",
  method: "get",
  path: "/api/views",
  summary: "Your saved views and those shared with your sites",
  tag: "Desk",
  access: "moderator",
  params: nothing,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(SavedView) }),
  errors: [],
});

export const createSavedView = endpoint({
  id: "createSavedView",
  method: "post",
  path: "/api/views",
  summary: "Save a view of a queue",
  tag: "Desk",
  access: "moderator",
  params: nothing,
  query: nothing,
  body: z.object({
    name: Name,
    queue: Queue,
    site: Slug.optional(),
    filters: QueueFilters,
    shared: z.boolean().default(false).meta({ description: "Needs a site." }),
  }),
  status: 201,
  response: SavedView,
  errors: ["not_found", "conflict", "unprocessable"],
});

export const updateSavedView = endpoint({
  id: "updateSavedView",
  method: "patch",
  path: "/api/views/:id",
  summary: "Change a saved view of yours",
  tag: "Desk",
  access: "moderator",
  params: one,
  query: nothing,
  body: z.object({
    name: Name.optional(),
    queue: Queue.optional(),
    filters: QueueFilters.optional(),
    shared: z.boolean().optional(),
  }),
  status: 200,
  response: SavedView,
  errors: ["not_found", "unprocessable"],
});

export const deleteSavedView = endpoint({
  id: "deleteSavedView",
  method: "delete",
  path: "/api/views/:id",
  summary: "Delete a saved view of yours",
  tag: "Desk",
  access: "moderator",
  params: one,
  query: nothing,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});
