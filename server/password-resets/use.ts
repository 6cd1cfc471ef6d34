import { endOtherSessions } from "../account/session-store.ts";
import { type Db, inTransaction, type Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { forgiveAccount } from "../moderators/attempts.ts";
import { hashNewPassword } from "../moderators/hash-new-password.ts";
import { hashToken } from "../moderators/session.ts";
import { savePassword } from "../moderators/store.ts";
import { type PasswordReset, removeReset, resetByToken } from "./store.ts";

/** Whose password the link's token resets. Throws AppError("not_found") when it does not open: unknown, expired, used or replaced. */
export async function openPasswordReset(db: Queryable, token: string): Promise<PasswordReset> {
  const found = await resetByToken(db, hashToken(token));
  if (!found) throw gone();
  return found;
}

const gone = (): AppError =>
  new AppError(
    "not_found",
    "This link does not open any more: it was used or replaced, or is older than a day. Ask an owner for a new one.",
  );

/** Sets the password and uses the link up; ends every session of that person, and opens none. Throws AppError as openPasswordReset and hashNewPassword do. */
export async function usePasswordReset(db: Db, input: { token: string; password: string }): Promise<void> {
  // Looked at first: hashing a password costs, and is not for whoever knows no link.
  const opened = await openPasswordReset(db, input.token);
  const passwordHash = await hashNewPassword(input.password, opened);
  const { email } = await inTransaction(db, async (tx) => {
    const reset = await openPasswordReset(tx, input.token);
    if (!(await removeReset(tx, hashToken(input.token)))) throw gone();
    await resetPassword(tx, reset.moderatorId, passwordHash, `moderator/${reset.moderatorId}`);
    return reset;
  });
  await forgiveAccount(db, email);
}

/** Sets a password and ends every session, with its event, in the caller's transaction. */
export async function resetPassword(
  tx: Queryable,
  moderatorId: string,
  passwordHash: string,
  actor: string,
): Promise<void> {
  await savePassword(tx, moderatorId, passwordHash);
  const sessionsEnded = await endOtherSessions(tx, moderatorId, null);
  await appendEvents(tx, [
    { type: "password.reset", actor, data: { moderatorId, sessionsEnded }, live: { moderatorId } },
  ]);
}
