import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export const Role = z.enum(["moderator", "owner"]);

export const Moderator = z
  .object({ id: z.uuid(), email: z.string(), name: z.string(), role: Role })
  .meta({ id: "Moderator" });
export type Moderator = z.infer<typeof Moderator>;

const Session = z.object({ moderator: Moderator }).meta({ id: "Session" });
const nothing = z.object({});

export const signIn = endpoint({
  id: "signIn",
  method: "post",
  path: "/api/session",
  summary: "Sign in to the desk",
  description:
    "Sets an http-only cookie. Ten wrong tries in a quarter of an hour close the door for that address and e-mail.",
  tag: "Session",
  access: "public",
  params: nothing,
  query: nothing,
  body: z.object({
    email: z.string().trim().min(1).max(200),
    password: z.string().min(1).max(200),
    code: z.string().max(20).optional(),
  }),
  status: 201,
  response: Session,
  errors: ["unauthenticated", "rate_limited"],
});

export const whoAmI = endpoint({
  id: "whoAmI",
  method: "get",
  path: "/api/session",
  summary: "Who is signed in",
  tag: "Session",
  access: "moderator",
  params: nothing,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: Session,
  errors: [],
});

export const signOut = endpoint({
  id: "signOut",
  method: "delete",
  path: "/api/session",
  summary: "Sign out",
  tag: "Session",
  access: "public",
  params: nothing,
  query: nothing,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: [],
});
