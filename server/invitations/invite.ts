import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import type { SectionOfSite } from "../moderators/contract.ts";
import { sectionsBeside } from "../moderators/sections.ts";
import { hashToken, newToken } from "../moderators/session.ts";
import { emailTaken } from "../moderators/store.ts";
import { siteBySlug } from "../sites/store.ts";
import { type InvitationRow, invitationById, saveInvitation } from "./store.ts";

/** How long a link opens, in ms. */
const LIFE = 7 * 24 * 3_600_000;

export interface InviteInput {
  email: string;
  name: string;
  role: "moderator" | "owner";
  /** Slugs. */
  sites: string[];
  sections: SectionOfSite[];
  /** The owner's id. */
  invitedBy: string;
}

/** Makes an invitation; answers its token, of which only a hash is kept. Throws AppError: "conflict" for somebody who is here, "not_found" for a site. */
export async function invite(
  db: Db,
  input: InviteInput,
  now = new Date(),
): Promise<{ invitation: InvitationRow; token: string }> {
  const sites = await Promise.all([...new Set(input.sites)].map((slug) => siteBySlug(db, slug)));
  for (const { site } of input.sections) await siteBySlug(db, site);
  const slugs = sites.map(({ slug }) => slug);
  const sections = sectionsBeside(slugs, input.sections);
  const token = newToken();
  const id = newId();
  const invitation = await inTransaction(db, async (tx) => {
    if (await emailTaken(tx, input.email))
      throw new AppError(
        "conflict",
        "Somebody with this e-mail address is here already. Look among the people; one who was deactivated can be let in again.",
      );
    await saveInvitation(tx, {
      id,
      tokenHash: hashToken(token),
      email: input.email,
      name: input.name,
      role: input.role,
      siteIds: sites.map((site) => site.id),
      sections,
      invitedBy: input.invitedBy,
      expiresAt: new Date(now.getTime() + LIFE),
    });
    const { name, role } = input;
    await appendEvents(tx, [
      {
        type: "moderator.invited",
        actor: `moderator/${input.invitedBy}`,
        data: { invitationId: id, name, role, sites: slugs, sections },
      },
    ]);
    const made = await invitationById(tx, id);
    if (!made) throw new AppError("forbidden", "Only an owner may do this.");
    return made;
  });
  return { invitation, token };
}
