import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Moderator, NewPassword, PersonName, Role, SectionOfSite, Sections } from "../moderators/contract.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

export const Invitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: Role,
    sites: z.array(Slug),
    sections: z.array(SectionOfSite),
    invitedBy: z.string().meta({ description: "The owner's name." }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().meta({ description: "Seven days after it was made." }),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

const nothing = z.object({});
const forOwners = { tag: "People", access: "owner" as const, params: nothing, query: nothing };
const Token = z.string().min(1).max(100);

export const listInvitations = endpoint({
  ...forOwners,
  id: "listInvitations",
  method: "get",
  path: "/api/invitations",
  summary: "Invitations that still open",
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(Invitation),
  errors: [],
});

export const invite = endpoint({
  ...forOwners,
  id: "invite",
  method: "post",
  path: "/api/invitations",
  summary: "Invite somebody to moderate",
  description:
    "The link is shown in this answer only: pass it on yourself. It opens once, within seven days. Inviting the same address again replaces the link.",
  body: z.object({
    email: z.email("Give an e-mail address.").max(200),
    name: PersonName,
    role: Role,
    sites: z
      .array(Slug)
      .max(200)
      .meta({ description: "What a moderator may see wholly; an owner sees every site." }),
    sections: Sections.default([]).meta({ description: "And what they may see of others." }),
  }),
  status: 201,
  response: Invitation.extend({ link: z.string() }).meta({ id: "InvitationWithLink" }),
  errors: ["not_found", "conflict"],
});

export const revokeInvitation = endpoint({
  ...forOwners,
  id: "revokeInvitation",
  method: "delete",
  path: "/api/invitations/:id",
  summary: "Take an invitation back",
  params: z.object({ id: z.uuid().toLowerCase() }),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});

const forInvited = { tag: "People", access: "public" as const, params: nothing, query: nothing };

export const openInvitation = endpoint({
  ...forInvited,
  id: "openInvitation",
  method: "post",
  path: "/api/invitation",
  summary: "Read the invitation behind a link",
  description: "By the part of the link after `#`, which stands in no log.",
  body: z.object({ token: Token }),
  status: 200,
  response: z.object({ email: z.string(), name: z.string(), role: Role, invitedBy: z.string() }),
  errors: ["not_found"],
});

export const acceptInvitation = endpoint({
  ...forInvited,
  id: "acceptInvitation",
  method: "post",
  path: "/api/invitation/accept",
  summary: "Accept an invitation with a password of one's own",
  description: "Signs in: sets the session's cookie.",
  body: z.object({ token: Token, password: NewPassword }),
  status: 201,
  response: z.object({ moderator: Moderator }),
  errors: ["not_found", "conflict", "unprocessable"],
});
