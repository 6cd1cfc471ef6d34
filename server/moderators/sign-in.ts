import { hash, verify } from "@node-rs/argon2";
import { codeTaken } from "../account/check-code.ts";
import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { noteCodeSuccess, noteHalfSuccess, noteSuccess, takeCodeTry, takeTry } from "./attempts.ts";
import type { Moderator } from "./contract.ts";
import { noteRefusal } from "./note-refusal.ts";
import { openSession } from "./session.ts";
import { endSessionOf } from "./sign-out.ts";
import { moderatorByEmail, stillMayEnter } from "./store.ts";

/** Verified against when there is no such moderator, so that the answer takes as long. */
const nobody = hash("nobody has this password");

export interface SignInInput {
  email: string;
  password: string;
  code?: string;
  /** From where. */
  ip: string;
  /** What its owner will know the session by. */
  device: string;
  /** The token of the session that this browser had, which ends. */
  replaces: string | null;
  /** The installation's, which opens sealed secrets. */
  secret: string;
}

/**
 * Checks e-mail and password, and the code where two-step sign-in is on, and opens a session. Throws AppError: "unauthenticated", the same
 * whether the e-mail or the password is wrong; with a right password "code_required", "code_wrong"; "rate_limited" as takeTry and takeCodeTry do.
 */
export async function signIn(db: Db, input: SignInInput): Promise<{ moderator: Moderator; token: string }> {
  const last = await takeTry(db, input);
  const found = await moderatorByEmail(db, input.email);
  const right = await verify(found?.passwordHash ?? (await nobody), input.password);
  if (!found || !right) {
    await noteRefusal(db, { moderatorId: found?.id ?? null, what: "password", last });
    throw refused();
  }
  const { passwordHash, twoStep, ...moderator } = found;
  const by = twoStep ? await secondStep(db, moderator.id, input) : "password";
  const token = await inTransaction(db, async (tx) => {
    if (!(await stillMayEnter(tx, moderator.id, passwordHash))) throw refused();
    await appendEvents(tx, [
      {
        type: "session.created",
        actor: `moderator/${moderator.id}`,
        data: { by },
        live: { moderatorId: moderator.id },
      },
    ]);
    if (input.replaces) await endSessionOf(tx, input.replaces);
    return openSession(tx, moderator.id, input.device);
  });
  await noteSuccess(db, input);
  return { moderator, token };
}

const refused = (): AppError =>
  new AppError(
    "unauthenticated",
    "That e-mail and password do not belong together. Check both and try again.",
  );

async function secondStep(
  db: Db,
  moderatorId: string,
  input: SignInInput,
): Promise<"code" | "recovery code"> {
  const { code, secret } = input;
  if (!code?.trim()) {
    await noteHalfSuccess(db, input);
    throw new AppError("code_required", "Give the code that your authenticator app shows now, as well.");
  }
  const last = await takeCodeTry(db, moderatorId);
  const by = await codeTaken(db, { moderatorId, code, secret });
  if (!by) {
    await noteRefusal(db, { moderatorId, what: "code", last });
    throw new AppError(
      "code_wrong",
      "That code is wrong, too old, or was used already. Wait for the app's next code and try again.",
    );
  }
  await noteCodeSuccess(db, moderatorId);
  return by;
}
