import { z } from "zod";
import { Status } from "../comments/contract.ts";
import { endpoint } from "../endpoint.ts";

/** Comments shown before it, after it, and of the replies to it. */
export const MOST_AROUND = 3;

const Nearby = z
  .object({
    id: z.uuid(),
    reader: z.object({ name: z.string() }),
    text: z.string().meta({ description: "Its first 400 characters." }),
    status: Status,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Nearby" });
export type Nearby = z.infer<typeof Nearby>;

export const readSurroundings = endpoint({
  id: "readSurroundings",
  method: "get",
  path: "/api/comments/:id/surroundings",
  summary: "What stands around a comment in its thread",
  description:
    `Those that answer the same comment, or the article, just before and after it, and the first replies to it; ${MOST_AROUND} of each. ` +
    "What is public, and of replies also what waits.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: z.object({
    before: z.array(Nearby).meta({ description: "The earliest first." }),
    after: z.array(Nearby),
    replies: z.array(Nearby),
  }),
  errors: ["not_found"],
});
