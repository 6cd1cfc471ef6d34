import { type Db, inTransaction, type Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import type { Moderator } from "../moderators/contract.ts";
import { hashNewPassword } from "../moderators/hash-new-password.ts";
import { saveScope } from "../moderators/people-store.ts";
import { hashToken, openSession } from "../moderators/session.ts";
import { endSessionOf } from "../moderators/sign-out.ts";
import { insertModerator } from "../moderators/store.ts";
import { type InvitationRow, invitationByToken, removeInvitation } from "./store.ts";

/** The invitation behind a link's token. Throws AppError("not_found") when it does not open: unknown, expired, accepted or taken back. */
export async function openInvitation(db: Queryable, token: string): Promise<InvitationRow> {
  const found = await invitationByToken(db, hashToken(token));
  if (!found) throw gone();
  return found;
}

const gone = (): AppError =>
  new AppError(
    "not_found",
    "This invitation does not open any more: it was accepted, taken back, or is older than seven days. Ask for a new one.",
  );

/** Makes the invited person a moderator with this password, uses the link up, and signs them in in the place of whoever was in that browser. Throws AppError as openInvitation and hashNewPassword do. */
export async function acceptInvitation(
  db: Db,
  input: { token: string; password: string; device: string; replaces: string | null },
): Promise<{ moderator: Moderator; token: string }> {
  // Looked at first: hashing a password costs, and is not for whoever knows no link.
  const opened = await openInvitation(db, input.token);
  const passwordHash = await hashNewPassword(input.password, opened);
  return inTransaction(db, async (tx) => {
    const invitation = await openInvitation(tx, input.token);
    if (!(await removeInvitation(tx, invitation.id))) throw gone();
    const { email, name, role, sites, sections } = invitation;
    const moderator: Moderator = { id: newId(), email, name, role };
    if (!(await insertModerator(tx, { ...moderator, passwordHash })))
      throw new AppError("conflict", "Somebody with this e-mail address is here already. Sign in instead.");
    await saveScope(tx, moderator.id, { sites, sections });
    if (input.replaces) await endSessionOf(tx, input.replaces);
    const token = await openSession(tx, moderator.id, input.device);
    const actor = `moderator/${moderator.id}`;
    const live = { moderatorId: moderator.id };
    await appendEvents(tx, [
      {
        type: "moderator.joined",
        actor,
        data: { moderatorId: moderator.id, invitationId: invitation.id, role, sites, sections },
        live,
      },
      { type: "session.created", actor, data: { by: "invitation" }, live },
    ]);
    return { moderator, token };
  });
}
