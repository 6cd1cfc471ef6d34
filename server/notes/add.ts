import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import { visibleReader } from "../readers/visible.ts";
import type { Note } from "./contract.ts";
import { noteEvent } from "./own.ts";
import { insertNote, noteView } from "./store.ts";

/** A moderator writes a note about a reader. Throws AppError("not_found"). */
export async function addNote(
  db: Db,
  by: SignedIn,
  input: { readerId: string; text: string },
  now = new Date(),
): Promise<Note> {
  const reader = await visibleReader(db, by, input.readerId);
  const note = {
    id: newId(),
    siteId: reader.siteId,
    readerId: reader.id,
    moderatorId: by.id,
    text: input.text,
    createdAt: now,
    editedAt: null,
  };
  await inTransaction(db, async (tx) => {
    await insertNote(tx, note);
    await appendEvents(tx, [noteEvent("note.added", note)], now);
  });
  return noteView({ ...note, moderatorName: by.name });
}
