import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

export const Role = z.enum(["moderator", "owner"]);

export const Moderator = z
  .object({ id: z.uuid(), email: z.string(), name: z.string(), role: Role })
  .meta({ id: "Moderator" });
export type Moderator = z.infer<typeof Moderator>;

/** What is under a site's articles of one section. */
export const SectionOfSite = z
  .object({
    site: Slug,
    section: z
      .string()
      .trim()
      .min(1, "Name the section.")
      .max(100)
      .meta({ description: "As the site's pages name it." }),
  })
  .meta({ id: "SectionOfSite" });
export type SectionOfSite = z.infer<typeof SectionOfSite>;
export const Sections = z.array(SectionOfSite).max(500);

/** A moderator as owners see them. */
export const Person = Moderator.extend({
  sites: z
    .array(Slug)
    .meta({ description: "The sites they may see wholly. An owner sees every site, whatever this says." }),
  sections: z.array(SectionOfSite).meta({
    description:
      "Of other sites, the sections they may see: the comments under articles that are in one of them now.",
  }),
  twoStep: z.boolean().meta({ description: "Whether signing in asks for a code." }),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable().meta({ description: "Right to a minute." }),
  deactivatedAt: z.iso.datetime().nullable(),
}).meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

export const PersonName = z.string().trim().min(1, "Give a name.").max(100);
export const NewPassword = z
  .string()
  .min(10, "Choose a password of at least ten characters.")
  .max(200, "Choose a password of at most 200 characters.");

export const Session = z.object({ moderator: Moderator }).meta({ id: "Session" });
const nothing = z.object({});

export const signIn = endpoint({
  id: "signIn",
  method: "post",
  path: "/api/session",
  summary: "Sign in to the desk",
  description:
    "Sets an http-only cookie. `code_required` says that the password was right and two-step sign-in is on: ask again with `code`, of the authenticator app or a recovery code. Each code counts once. Ten wrong tries in a quarter of an hour close the door for that address and e-mail, a hundred for that e-mail, ten wrong codes for that person; all servers count together.",
  tag: "Session",
  access: "public",
  params: nothing,
  query: nothing,
  body: z.object({
    email: z.string().trim().min(1).max(200),
    password: z.string().min(1).max(200),
    code: z.string().max(40).optional(),
  }),
  status: 201,
  response: Session,
  errors: ["unauthenticated", "code_required", "code_wrong", "rate_limited"],
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

export const listPeople = endpoint({
  id: "listPeople",
  method: "get",
  path: "/api/moderators",
  summary: "Everybody who moderates or did",
  tag: "People",
  access: "owner",
  params: nothing,
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(Person),
  errors: [],
});

export const updatePerson = endpoint({
  id: "updatePerson",
  method: "patch",
  path: "/api/moderators/:id",
  summary: "Change somebody's name, role, sites or sections, or deactivate them",
  description:
    "Nobody is deleted, since the audit log names them. What they have open follows at once. Somebody must stay an owner.",
  tag: "People",
  access: "owner",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: nothing,
  body: z.object({
    name: PersonName.optional(),
    role: Role.optional(),
    sites: z.array(Slug).max(200).optional(),
    sections: Sections.optional().meta({
      description: "Those of sites that are theirs wholly are left out.",
    }),
    active: z.boolean().optional().meta({ description: "false signs them out and keeps them out." }),
  }),
  status: 200,
  response: Person,
  errors: ["not_found", "conflict"],
});

export const resetTwoStep = endpoint({
  id: "resetTwoStep",
  method: "delete",
  path: "/api/moderators/:id/totp",
  summary: "Switch somebody's two-step sign-in off",
  description:
    "For those who lost their phone and their recovery codes. They stay signed in where they are. One's own is switched off with the password.",
  tag: "People",
  access: "owner",
  params: z.object({ id: z.uuid().toLowerCase() }),
  query: nothing,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found", "conflict"],
});
