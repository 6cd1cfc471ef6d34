import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { NewPassword } from "../moderators/contract.ts";

export const OwnSession = z
  .object({
    id: z.uuid(),
    device: z.string().meta({ example: "Firefox on Linux" }),
    current: z.boolean().meta({ description: "Whether it is the one that asks." }),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().meta({ description: "Right to a minute." }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "OwnSession" });
export type OwnSession = z.infer<typeof OwnSession>;

const nothing = z.object({});
const common = { tag: "Account", access: "moderator" as const, params: nothing, query: nothing };
const Password = z.string().min(1).max(200);

export const listSessions = endpoint({
  ...common,
  id: "listSessions",
  method: "get",
  path: "/api/account/sessions",
  summary: "Where you are signed in",
  description: "Newest first, at most 200.",
  body: z.undefined(),
  status: 200,
  response: z.object({ items: z.array(OwnSession) }),
  errors: [],
});

export const revokeSession = endpoint({
  ...common,
  id: "revokeSession",
  method: "delete",
  path: "/api/account/sessions/:id",
  summary: "Sign out on one device",
  params: z.object({ id: z.uuid().toLowerCase() }),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});

export const revokeOtherSessions = endpoint({
  ...common,
  id: "revokeOtherSessions",
  method: "delete",
  path: "/api/account/sessions",
  summary: "Sign out everywhere else",
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: [],
});

export const changePassword = endpoint({
  ...common,
  id: "changePassword",
  method: "post",
  path: "/api/account/password",
  summary: "Choose a new password",
  description: "Asks for the present one, and signs out everywhere else.",
  body: z.object({ password: Password, newPassword: NewPassword }),
  status: 204,
  response: z.undefined(),
  errors: ["unprocessable", "rate_limited"],
});

export const readTwoStep = endpoint({
  ...common,
  id: "readTwoStep",
  method: "get",
  path: "/api/account/totp",
  summary: "Whether your sign-in asks for a code",
  body: z.undefined(),
  status: 200,
  response: z.object({ enabled: z.boolean(), recoveryCodesLeft: z.number().int() }),
  errors: [],
});

export const beginTwoStep = endpoint({
  ...common,
  id: "beginTwoStep",
  method: "post",
  path: "/api/account/totp",
  summary: "Begin to switch two-step sign-in on",
  description:
    "Makes a secret for an authenticator app, shown in this answer only. Nothing changes until a first code confirms it; beginning again replaces it.",
  body: z.object({ password: Password }),
  status: 201,
  response: z.object({
    secret: z.string().meta({ description: "Base32, to type where no picture can be taken." }),
    uri: z.string().meta({ description: "`otpauth://…`, to show as a QR code." }),
  }),
  errors: ["unprocessable", "conflict", "rate_limited"],
});

export const confirmTwoStep = endpoint({
  ...common,
  id: "confirmTwoStep",
  method: "post",
  path: "/api/account/totp/confirm",
  summary: "Switch two-step sign-in on by a first code",
  description: "Answers ten recovery codes, shown this once. Each stands in once for a code of the app.",
  body: z.object({ code: z.string().max(40) }),
  status: 201,
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  errors: ["unprocessable", "conflict", "rate_limited"],
});

export const endTwoStep = endpoint({
  ...common,
  id: "endTwoStep",
  method: "post",
  path: "/api/account/totp/disable",
  summary: "Switch two-step sign-in off",
  body: z.object({ password: Password }),
  status: 204,
  response: z.undefined(),
  errors: ["unprocessable", "rate_limited"],
});
