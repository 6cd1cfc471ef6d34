import { generateSecret, generateURI } from "otplib";
import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { noteCodeSuccess, takeCodeTry } from "../moderators/attempts.ts";
import { lockPerson } from "../moderators/people-store.ts";
import { seal, unseal } from "../seal.ts";
import { placeOf, stepOf } from "./check-code.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";
import { confirmTotp, findTotp, removeTotp, saveRecoveryCodes, saveUnconfirmed } from "./totp-store.ts";

/** Makes a secret that waits for its first code. Throws AppError("conflict") when two-step sign-in is on already. */
export async function beginTwoStep(
  db: Db,
  input: { moderatorId: string; email: string; secret: string },
): Promise<{ secret: string; uri: string }> {
  const made = generateSecret();
  const sealed = seal(input.secret, placeOf(input.moderatorId), made);
  if (!(await saveUnconfirmed(db, input.moderatorId, sealed)))
    throw new AppError("conflict", "Two-step sign-in is on already. Switch it off first to begin anew.");
  return { secret: made, uri: generateURI({ issuer: "Replydesk", label: input.email, secret: made }) };
}

/**
 * Switches two-step sign-in on by a first code; answers the recovery codes, of which only hashes are kept. Throws AppError: "unprocessable"
 * for a wrong code, "conflict" where nothing waits for one, "rate_limited" after ten wrong ones.
 */
export async function confirmTwoStep(
  db: Db,
  input: { moderatorId: string; code: string; secret: string },
): Promise<string[]> {
  const { moderatorId } = input;
  const row = await findTotp(db, moderatorId);
  const plain = row && !row.confirmedAt ? unseal(input.secret, placeOf(moderatorId), row.secret) : null;
  if (!row || plain === null) throw begunElsewhere();
  await takeCodeTry(db, moderatorId);
  const step = await stepOf(plain, input.code);
  if (step === null)
    throw new AppError(
      "unprocessable",
      "That code is not the one of now. Check that the phone's clock is right, and give the code it shows next.",
    );
  await noteCodeSuccess(db, moderatorId);
  const codes = newRecoveryCodes();
  await inTransaction(db, async (tx) => {
    if (!(await confirmTotp(tx, moderatorId, row.secret, step))) throw begunElsewhere();
    await saveRecoveryCodes(tx, moderatorId, codes.map(hashRecoveryCode));
    await appendEvents(tx, [
      {
        type: "totp.enabled",
        actor: `moderator/${moderatorId}`,
        data: { moderatorId },
        live: { moderatorId },
      },
    ]);
  });
  return codes;
}

const begunElsewhere = (): AppError =>
  new AppError("conflict", "Nothing waits for a code. Begin again, and scan the picture that is shown then.");

/** Forgets secret and recovery codes. Without two-step sign-in it does nothing. Throws AppError("not_found") when there is nobody of this id. */
export function switchOffTwoStep(db: Db, input: { moderatorId: string; actor: string }): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await lockPerson(tx, input.moderatorId)))
      throw new AppError("not_found", "There is nobody with this id.");
    if (!(await removeTotp(tx, input.moderatorId))) return;
    const { moderatorId } = input;
    await appendEvents(tx, [
      { type: "totp.disabled", actor: input.actor, data: { moderatorId }, live: { moderatorId } },
    ]);
  });
}
