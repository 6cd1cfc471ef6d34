import { z } from "zod";
import { endpoint } from "../endpoint.ts";

/** What a moderator wrote about a reader for colleagues; the reader never sees it. */
export const Note = z
  .object({
    id: z.uuid(),
    readerId: z.uuid(),
    moderator: z.object({ id: z.uuid(), name: z.string() }),
    text: z.string(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Note" });
export type Note = z.infer<typeof Note>;

/** Longest note, in characters. */
export const MAX_NOTE = 2_000;
const body = z.object({ text: z.string().trim().min(1, "Write something first.").max(MAX_NOTE) });
const byId = z.object({ id: z.uuid().toLowerCase() });

export const addNote = endpoint({
  id: "addNote",
  method: "post",
  path: "/api/readers/:id/notes",
  summary: "Write a note about a reader",
  tag: "Readers",
  access: "moderator",
  params: byId,
  query: z.object({}),
  body,
  status: 201,
  response: Note,
  errors: ["not_found"],
});

export const editNote = endpoint({
  id: "editNote",
  method: "patch",
  path: "/api/notes/:id",
  summary: "Rewrite one's own note",
  tag: "Readers",
  access: "moderator",
  params: byId,
  query: z.object({}),
  body,
  status: 200,
  response: Note,
  errors: ["not_found"],
});

export const deleteNote = endpoint({
  id: "deleteNote",
  method: "delete",
  path: "/api/notes/:id",
  summary: "Delete one's own note",
  description: "Its text is gone; the log keeps that there was one.",
  tag: "Readers",
  access: "moderator",
  params: byId,
  query: z.object({}),
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});
