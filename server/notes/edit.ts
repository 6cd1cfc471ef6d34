import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { Note } from "./contract.ts";
import { noteEvent, ownNote } from "./own.ts";
import { noteView, saveNoteText } from "./store.ts";

/** A moderator rewrites an own note. Throws AppError: not_found; forbidden for a colleague's. */
export function editNote(
  db: Db,
  by: SignedIn,
  input: { id: string; text: string },
  now = new Date(),
): Promise<Note> {
  return inTransaction(db, async (tx) => {
    const note = await ownNote(tx, by, input.id);
    await saveNoteText(tx, note.id, input.text, now);
    await appendEvents(tx, [noteEvent("note.edited", note)], now);
    return noteView({ ...note, text: input.text, editedAt: now });
  });
}
