import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { NewEvent } from "../events/append.ts";
import type { SignedIn } from "../moderators/access.ts";
import { assertSeesReader } from "../readers/visible.ts";
import { findNotes, type NoteRow } from "./store.ts";

/** A moderator's own note. Throws AppError: not_found, also for one of a site they no longer moderate; forbidden for a colleague's. */
export async function ownNote(db: Queryable, by: SignedIn, id: string): Promise<NoteRow> {
  const [note] = await findNotes(db, [id]);
  if (!note) throw new AppError("not_found", "There is no such note.");
  await assertSeesReader(db, by, note, "There is no such note.");
  if (note.moderatorId !== by.id)
    throw new AppError("forbidden", `${note.moderatorName} wrote this note. Only they can change it.`);
  return note;
}

/** What the log and the desks are told of a note: never its text. */
export const noteEvent = (
  type: "note.added" | "note.edited" | "note.deleted",
  note: Pick<NoteRow, "id" | "siteId" | "readerId" | "moderatorId">,
): NewEvent => ({
  type,
  siteId: note.siteId,
  actor: `moderator/${note.moderatorId}`,
  data: { readerId: note.readerId, noteId: note.id },
  live: { readerId: note.readerId },
});
