import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import { addNote } from "./add.ts";
import * as contract from "./contract.ts";
import { deleteNote } from "./delete.ts";
import { editNote } from "./edit.ts";

export function noteRoutes({ db }: { db: Db }): Route[] {
  return [
    handle(contract.addNote, ({ params, body, moderator }) =>
      addNote(db, moderator, { readerId: params.id, text: body.text }),
    ),
    handle(contract.editNote, ({ params, body, moderator }) =>
      editNote(db, moderator, { id: params.id, text: body.text }),
    ),
    handle(contract.deleteNote, async ({ params, moderator }) => {
      await deleteNote(db, moderator, params.id);
      return undefined;
    }),
  ];
}
