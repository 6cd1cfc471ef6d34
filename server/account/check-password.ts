import { verify } from "@node-rs/argon2";
import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { assertMayTry, noteFailure, noteSuccess } from "../moderators/attempts.ts";
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
  assertMayTry(given.ip, given.email);
  noteFailure(given.ip, given.email);
  if (!(await verify(await passwordHashOf(db, given.moderatorId), given.password)))
    throw new AppError("unprocessable", "That is not your present password. Check it and try again.");
  noteSuccess(given.ip, given.email);
}
