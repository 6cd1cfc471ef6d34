import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { closeSession } from "./session.ts";

/** Ends the session of this token, and with it its open sockets on every server. Without such a session it does nothing. */
export function signOut(db: Db, token: string): Promise<void> {
  return inTransaction(db, (tx) => endSessionOf(tx, token));
}

/** The same in the caller's transaction. */
export async function endSessionOf(tx: Tx, token: string): Promise<void> {
  const moderatorId = await closeSession(tx, token);
  if (moderatorId)
    await appendEvents(tx, [
      { type: "session.ended", actor: `moderator/${moderatorId}`, live: { moderatorId } },
    ]);
}
