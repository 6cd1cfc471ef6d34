import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Gespeicherte Ansichten",
  save: "Ansicht speichern",
  name: "Name der Ansicht",
  share: "Mit allen teilen, die diese Website moderieren",
  saved: "Als „{{name}}“ gespeichert.",
  delete: "„{{name}}“ löschen",
  deleted: "„{{name}}“ ist gelöscht.",
  by: "Geteilt von {{name}}",
};
