import { verify } from "@node-rs/argon2";
import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { noteSuccess, takeTry } from "../moderators/attempts.ts";
import { noteRefusal } from "../moderators/note-refusal.ts";
import { passwordHashOf } from "../moderators/store.ts";

export interface PasswordTry {
  moderatorId: string;
  email: string;
  ip: string;
  password: string;
}

/**
 * Whoever found a desk open may not lock its owner out, so what matters asks for the password again. Throws AppError: "unprocessable" when
 * it is wrong, "rate_limited" after as many tries as signing in has, counted together with those.
 */
export async function checkPassword(db: Queryable, given: PasswordTry): Promise<void> {
  const { moderatorId } = given;
  const last = await takeTry(db, given);
  if (!(await verify(await passwordHashOf(db, moderatorId), given.password))) {
    await noteRefusal(db, { moderatorId, what: "password", last });
    throw new AppError("unprocessable", "That is not your present password. Check it and try again.");
  }
  await noteSuccess(db, given);
}
