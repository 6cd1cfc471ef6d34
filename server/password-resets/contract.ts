import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NewPassword } from "../moderators/contract.ts";

const nothing = z.object({});
const Token = z.string().min(1).max(100);

export const createPasswordReset = endpoint({
  id: "createPasswordReset",
  method: "post",
  path: "/api/moderators/:id/password-reset",
  summary: "Make a link for somebody who forgot their password",
  description:
    "The link is shown in this answer only: pass it on yourself. It opens once, within a day, and another one replaces it. Using it signs them out everywhere; two-step sign-in stays as it is.",
  tag: "People",
  access: "owner",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: nothing,
  body: nothing.optional(),
  status: 201,
  response: z.object({ link: z.string(), expiresAt: z.iso.datetime() }),
  errors: ["not_found", "conflict"],
});

const forForgetful = { tag: "Session", access: "public" as const, params: nothing, query: nothing };

export const openPasswordReset = endpoint({
  ...forForgetful,
  id: "openPasswordReset",
  method: "post",
  path: "/api/password-reset",
  summary: "Whose password a link resets",
  description: "By the part of the link after `#`, which stands in no log.",
  body: z.object({ token: Token }),
  status: 200,
  response: z.object({ email: z.string(), name: z.string() }),
  errors: ["not_found"],
});

export const usePasswordReset = endpoint({
  ...forForgetful,
  id: "usePasswordReset",
  method: "post",
  path: "/api/password-reset/use",
  summary: "Choose a new password by a link",
  description: "Signs out everywhere, and signs in nowhere: sign in with the new password.",
  body: z.object({ token: Token, password: NewPassword }),
  status: 204,
  response: z.undefined(),
  errors: ["not_found", "unprocessable"],
});
