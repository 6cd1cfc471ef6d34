import { hash, verify } from "@node-rs/argon2";
import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import type { Moderator } from "./contract.ts";
import { openSession } from "./session.ts";
import { moderatorByEmail } from "./store.ts";

/** Verified against when there is no such moderator, so that the answer takes as long. */
const nobody = hash("nobody has this password");

/**
 * Checks e-mail and password and opens a session. Throws AppError("unauthenticated"), the same whether the e-mail or the password is wrong.
 */
export async function signIn(
  db: Db,
  input: { email: string; password: string },
): Promise<{ moderator: Moderator; token: string }> {
  const found = await moderatorByEmail(db, input.email);
  const right = await verify(found?.passwordHash ?? (await nobody), input.password);
  if (!found || !right)
    throw new AppError(
      "unauthenticated",
      "That e-mail and password do not belong together. Check both and try again.",
    );
  const { passwordHash: _, ...moderator } = found;
  const token = await inTransaction(db, async (tx) => {
    await appendEvents(tx, [{ type: "session.created", actor: `moderator/${moderator.id}`, live: null }]);
    return openSession(tx, moderator.id);
  });
  return { moderator, token };
}
