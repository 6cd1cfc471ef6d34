import { hash } from "@node-rs/argon2";
import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { randomPassword } from "./random-password.ts";
import { anyOwner, insertModerator } from "./store.ts";

export interface FirstOwner {
  email: string;
  /** Only when made here: shown once and stored nowhere but as a hash. */
  password: string | null;
}

/** Makes the first owner where there is none, with the given password or a random one of some 90 bits; null when there is one already. */
export async function createFirstOwner(
  db: Db,
  given: { email: string | null; password: string | null },
): Promise<FirstOwner | null> {
  if (await anyOwner(db)) return null;
  const email = given.email ?? "owner@localhost";
  const password = given.password ?? randomPassword();
  const passwordHash = await hash(password);
  const made = await inTransaction(db, async (tx) => {
    // Two servers may start on one empty database at the same moment.
    await tx.query(`select pg_advisory_xact_lock(hashtext('first owner'))`);
    if (await anyOwner(tx)) return false;
    const id = newId();
    await insertModerator(tx, {
      id,
      email,
      name: nameFrom(email),
      role: "owner",
      passwordHash,
    });
    await appendEvents(tx, [
      { type: "moderator.created", actor: "system", data: { moderatorId: id, role: "owner" }, live: null },
    ]);
    return true;
  });
  return made ? { email, password: given.password ? null : password } : null;
}

function nameFrom(email: string): string {
  const [mailbox = ""] = email.split("@");
  return mailbox.charAt(0).toUpperCase() + mailbox.slice(1) || "Owner";
}
