import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  at: "Ebenfalls im Dienst: {{names}}",
  title: "Jetzt im Dienst",
  reads: "liest einen Kommentar",
  also: "Liest ebenfalls: {{names}}",
};
