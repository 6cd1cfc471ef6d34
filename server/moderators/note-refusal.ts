import type { Queryable } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { log } from "../log.ts";

/**
 * Notes a wrong password or code: each in the process's log, and in the audit log the one that closed the door, so that guessing shows there and
 * cannot fill it. `moderatorId` null: nobody has that e-mail address.
 */
export async function noteRefusal(
  db: Queryable,
  refusal: { moderatorId: string | null; what: "password" | "code"; last: boolean },
): Promise<void> {
  const { moderatorId, what, last } = refusal;
  log.warn({ moderatorId, what, last }, "A sign-in was refused");
  if (!last || !moderatorId) return;
  await appendEvents(db, [
    { type: "session.refused", actor: "system", data: { moderatorId, what }, live: null },
  ]);
}
