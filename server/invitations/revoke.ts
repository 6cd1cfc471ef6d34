import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { removeInvitation } from "./store.ts";

/** Takes an invitation back: its link opens nothing any more. Throws AppError("not_found"). */
export function revokeInvitation(db: Db, input: { id: string; actor: string }): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await removeInvitation(tx, input.id)))
      throw new AppError("not_found", "There is no such invitation any more. It may have been accepted.");
    await appendEvents(tx, [
      { type: "invitation.revoked", actor: input.actor, data: { invitationId: input.id } },
    ]);
  });
}
