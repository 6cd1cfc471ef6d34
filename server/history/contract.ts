import { z } from "zod";
import { Decision } from "../decisions/contract.ts";
import { endpoint } from "../endpoint.ts";

export const readHistory = endpoint({
  id: "readHistory",
  method: "get",
  path: "/api/comments/:id/history",
  summary: "What became of a comment: every decision on it and every wording it had",
  description:
    "The latest hundred of each, the latest first. While you may judge it blind there are no decisions in it.",
  tag: "Desk",
  access: "moderator",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: z.object({}),
  body: z.undefined(),
  status: 200,
  response: z.object({
    decisions: z.array(Decision),
    wordings: z.array(
      z.object({ revision: z.number().int(), text: z.string(), createdAt: z.iso.datetime() }),
    ),
  }),
  errors: ["not_found"],
});
