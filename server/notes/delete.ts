import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { noteEvent, ownNote } from "./own.ts";
import { removeNote } from "./store.ts";

/** A moderator deletes an own note. Throws AppError: not_found; forbidden for a colleague's. */
export async function deleteNote(db: Db, by: SignedIn, id: string, now = new Date()): Promise<void> {
  await inTransaction(db, async (tx) => {
    const note = await ownNote(tx, by, id);
    if (await removeNote(tx, id)) await appendEvents(tx, [noteEvent("note.deleted", note)], now);
  });
}
