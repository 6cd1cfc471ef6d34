import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { lockPerson } from "../moderators/people-store.ts";
import { hashToken, newToken } from "../moderators/session.ts";
import { saveReset } from "./store.ts";

/** How long a link opens, in ms. */
const LIFE = 24 * 3_600_000;

/**
 * Makes a link's token, of which only a hash is kept. Throws AppError: "not_found"; "conflict" for oneself, since whoever finds an owner's desk
 * open would learn to keep it, and for somebody who was deactivated.
 */
export async function createPasswordReset(
  db: Db,
  input: { moderatorId: string; madeBy: string },
  now = new Date(),
): Promise<{ token: string; expiresAt: Date }> {
  const { moderatorId, madeBy } = input;
  if (moderatorId === madeBy)
    throw new AppError("conflict", "Change your own on your account's page: it asks for the present one.");
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LIFE);
  await inTransaction(db, async (tx) => {
    const person = await lockPerson(tx, moderatorId);
    if (!person) throw new AppError("not_found", "There is nobody with this id.");
    if (person.deactivatedAt)
      throw new AppError("conflict", `${person.name} was deactivated. Let them in again first.`);
    await saveReset(tx, { moderatorId, tokenHash: hashToken(token), madeBy, expiresAt });
    await appendEvents(tx, [
      { type: "password-reset.created", actor: `moderator/${madeBy}`, data: { moderatorId }, live: null },
    ]);
  });
  return { token, expiresAt };
}
