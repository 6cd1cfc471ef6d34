import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { endOtherSessions, endSession } from "./session-store.ts";

/** Signs out on one device. Throws AppError("not_found") for a session that is not this person's, or ended before. */
export function revokeSession(db: Db, input: { moderatorId: string; id: string }): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await endSession(tx, input.moderatorId, input.id)))
      throw new AppError("not_found", "There is no such session any more. It may have ended by itself.");
    await appendRevoked(tx, input.moderatorId, 1);
  });
}

/** Signs out everywhere but here. */
export function revokeOtherSessions(
  db: Db,
  input: { moderatorId: string; sessionId: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const ended = await endOtherSessions(tx, input.moderatorId, input.sessionId);
    if (ended > 0) await appendRevoked(tx, input.moderatorId, ended);
  });
}

const appendRevoked = (tx: Tx, moderatorId: string, sessions: number): Promise<void> =>
  appendEvents(tx, [
    { type: "session.revoked", actor: `moderator/${moderatorId}`, data: { sessions }, live: { moderatorId } },
  ]);
