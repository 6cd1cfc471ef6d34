import { z } from "zod";
import { endpoint } from "../endpoint.ts";

/** How long a claim lasts unless it is renewed, in seconds. */
export const LEASE_SECONDS = 120;

/** Who is on a comment, so that nobody else begins on it. */
export const Claim = z
  .object({
    commentId: z.uuid(),
    moderator: z.object({ id: z.uuid(), name: z.string() }),
    claimedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().meta({ description: "Until then, unless it is renewed." }),
  })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof Claim>;

const ofComment = z.object({ id: z.uuid().toLowerCase() });

export const claimComment = endpoint({
  id: "claimComment",
  method: "post",
  path: "/api/comments/:id/claim",
  summary: "Claim a comment, or renew the claim one has",
  description:
    "For two minutes from now. While another is on it the answer is 409 `claimed` with their `claim`; `takeOver` takes it from them.",
  tag: "Desk",
  access: "moderator",
  params: ofComment,
  query: z.object({}),
  body: z.object({ takeOver: z.boolean().optional() }).optional(),
  status: 200,
  response: Claim,
  errors: ["not_found", "conflict", "claimed"],
});

export const releaseClaim = endpoint({
  id: "releaseClaim",
  method: "delete",
  path: "/api/comments/:id/claim",
  summary: "Let go of a comment",
  description: "Ends one's own claim; where there is none, nothing happens.",
  tag: "Desk",
  access: "moderator",
  params: ofComment,
  query: z.object({}),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: [],
});
