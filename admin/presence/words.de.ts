import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  at: "Am Arbeitsplatz: {{names}}",
  title: "Jetzt am Arbeitsplatz",
  reads: "liest einen Kommentar",
  also: "Liest ebenfalls: {{names}}",
};
