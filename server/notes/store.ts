import type { Queryable } from "../db/pool.ts";
import type { Note } from "./contract.ts";

export interface NoteRow {
  id: string;
  siteId: string;
  readerId: string;
  moderatorId: string;
  moderatorName: string;
  text: string;
  createdAt: Date;
  editedAt: Date | null;
}

const COLUMNS = `n.id, n.site_id as "siteId", n.reader_id as "readerId", n.moderator_id as "moderatorId", m.name as "moderatorName",
  n.text, n.created_at as "createdAt", n.edited_at as "editedAt"`;
const FROM = `from notes n join moderators m on m.id = n.moderator_id`;

export async function findNotes(db: Queryable, ids: string[]): Promise<NoteRow[]> {
  const { rows } = await db.query<NoteRow>(`select ${COLUMNS} ${FROM} where n.id = any($1)`, [ids]);
  return rows;
}

/** The latest notes on each of these readers, the latest first. */
export async function latestNotes(db: Queryable, readerIds: string[], each: number): Promise<NoteRow[]> {
  const { rows } = await db.query<NoteRow>({
    name: "latest-notes",
    text: `select ${COLUMNS} from unnest($1::uuid[]) r(id)
      cross join lateral (select * from notes where reader_id = r.id order by id desc limit $2) n
      join moderators m on m.id = n.moderator_id order by n.id desc`,
    values: [readerIds, each],
  });
  return rows;
}

export async function insertNote(tx: Queryable, note: Omit<NoteRow, "moderatorName">): Promise<void> {
  await tx.query(
    `insert into notes (id, site_id, reader_id, moderator_id, text, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [note.id, note.siteId, note.readerId, note.moderatorId, note.text, note.createdAt],
  );
}

export async function saveNoteText(tx: Queryable, id: string, text: string, now: Date): Promise<void> {
  await tx.query(`update notes set text = $2, edited_at = $3 where id = $1`, [id, text, now]);
}

/** False when it is gone already. */
export async function removeNote(tx: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from notes where id = $1`, [id]);
  return rowCount === 1;
}

export const noteView = (row: NoteRow): Note => ({
  id: row.id,
  readerId: row.readerId,
  moderator: { id: row.moderatorId, name: row.moderatorName },
  text: row.text,
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
});
