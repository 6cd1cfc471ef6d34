import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  mine: "bei Ihnen {{left}}",
  mineHint: "So lange überlässt das Team ihn Ihnen; solange Sie diese Seite ansehen, verlängert sich das.",
  other: "{{name}} liest diesen Kommentar gerade.",
  otherShort: "{{name}} liest ihn",
  takeOver: "Übernehmen",
  failed: "Das hat nicht geklappt. Versuchen Sie es noch einmal.",
};
