import { z } from "zod";
import { endpoint } from "../endpoint.ts";

/** Colleagues who are told of at once: more than that is a crowd. */
export const MOST_PRESENT = 500;

/** A colleague who has the desk open. */
export const Present = z
  .object({
    id: z.uuid(),
    name: z.string(),
    comments: z.array(z.uuid()).meta({
      description: "What they read, of what you may see; never what waits to be judged blind.",
    }),
  })
  .meta({ id: "Present" });
export type Present = z.infer<typeof Present>;

const common = { tag: "Desk", access: "moderator" as const, query: z.object({}) };
const tab = z.object({
  id: z.uuid().toLowerCase().meta({ description: "Of the tab, made by the desk." }),
});
const People = z.object({ people: z.array(Present) });

export const listPresent = endpoint({
  ...common,
  id: "listPresent",
  method: "get",
  path: "/api/presence",
  summary: "Which colleagues are at the desk now",
  description: "Those who moderate a site that you moderate, by name, without yourself.",
  params: z.object({}),
  body: z.undefined(),
  status: 200,
  response: People,
  errors: [],
});

export const attend = endpoint({
  ...common,
  id: "attend",
  method: "put",
  path: "/api/presence/:id",
  summary: "Say that one is at the desk, and which comment one reads",
  description: "For two minutes from now, unless it is said again. Answers who else is there.",
  params: tab,
  body: z.object({ commentId: z.uuid().toLowerCase().nullable() }),
  status: 200,
  response: People,
  errors: ["not_found"],
});

export const leave = endpoint({
  ...common,
  id: "leave",
  method: "delete",
  path: "/api/presence/:id",
  summary: "Say that one has left the desk",
  description: "Ends what this session's tab said; where it said nothing, nothing happens.",
  params: tab,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: [],
});
