import { verify } from "otplib";
import type { Queryable } from "../db/pool.ts";
import { log } from "../log.ts";
import { unseal } from "../seal.ts";
import { hashRecoveryCode } from "./recovery-codes.ts";
import { findTotp, type TotpRow, takeRecoveryCode, takeStep } from "./totp-store.ts";

/** A phone's clock may be this many seconds off, either way: one step, as RFC 6238 (5.2) advises. */
const TOLERANCE = 30;

/** Where the secret of this person is sealed to: nowhere else it opens. */
export const placeOf = (moderatorId: string): string => `totp/${moderatorId}`;

/** The time step this code is of, by RFC 6238 with 30 s, six digits and SHA-1, as every authenticator app does it; null when it is wrong. */
export async function stepOf(totpSecret: string, code: string): Promise<number | null> {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const found = await verify({ secret: totpSecret, token: digits, epochTolerance: TOLERANCE });
  return found.valid && "timeStep" in found ? found.timeStep : null;
}

/** Checks a code of the app, or a recovery code, and uses it up. Which one it was; null when it is wrong or was used before. */
export async function codeTaken(
  db: Queryable,
  input: { moderatorId: string; code: string; secret: string },
): Promise<"code" | "recovery code" | null> {
  const { moderatorId, code } = input;
  const row = await findTotp(db, moderatorId);
  const step = row ? await ofApp(row, input) : null;
  if (step !== null) return (await takeStep(db, moderatorId, step)) ? "code" : null;
  return (await takeRecoveryCode(db, moderatorId, hashRecoveryCode(code))) ? "recovery code" : null;
}

async function ofApp(
  row: TotpRow,
  { moderatorId, code, secret }: { moderatorId: string; code: string; secret: string },
): Promise<number | null> {
  const plain = unseal(secret, placeOf(moderatorId), row.secret);
  if (plain !== null) return stepOf(plain, code);
  // REPLYDESK_SECRET was changed: recovery codes still open, and an owner can switch it off.
  log.warn({ moderatorId }, "A secret of two-step sign-in was sealed with another REPLYDESK_SECRET");
  return null;
}
