import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { hashNewPassword } from "../moderators/hash-new-password.ts";
import { savePassword } from "../moderators/store.ts";
import { checkPassword, type PasswordTry } from "./check-password.ts";
import { endOtherSessions } from "./session-store.ts";

/** Replaces the password and ends every other session. Throws AppError as checkPassword and hashNewPassword do. */
export async function changePassword(
  db: Db,
  input: PasswordTry & { newPassword: string; sessionId: string },
): Promise<void> {
  await checkPassword(db, input);
  const passwordHash = await hashNewPassword(input.newPassword, input);
  await inTransaction(db, async (tx) => {
    await savePassword(tx, input.moderatorId, passwordHash);
    const sessions = await endOtherSessions(tx, input.moderatorId, input.sessionId);
    await appendEvents(tx, [
      {
        type: "password.changed",
        actor: `moderator/${input.moderatorId}`,
        data: { sessionsEnded: sessions },
        live: { moderatorId: input.moderatorId },
      },
    ]);
  });
}
