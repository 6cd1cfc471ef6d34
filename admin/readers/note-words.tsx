import { Trans } from "react-i18next";
import type { Note } from "../../server/notes/contract.ts";
import { When } from "../comment/when.tsx";
import css from "./readers.module.css";

/** A note with who wrote it and when. */
export function NoteWords({ note }: { note: Note }) {
  return (
    <>
      <div className={css.meta}>
        <bdi>{note.moderator.name}</bdi> · <When at={note.createdAt} />
        {note.editedAt && (
          <>
            {" · "}
            <Trans i18nKey="readers.noteEdited" components={{ when: <When at={note.editedAt} /> }} />
          </>
        )}
      </div>
      <p className={css.words} dir="auto">
        {note.text}
      </p>
    </>
  );
}
