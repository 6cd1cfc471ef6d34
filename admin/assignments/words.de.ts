import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  assign: "Zuweisen",
  to: "Zugewiesen an {{names}}",
  title: "Wer sich um diesen Artikel kümmert",
  about: "So finden sie dessen Kommentare. Alle anderen sehen sie weiterhin.",
  me: "Ich ({{name}})",
  others: "Außerdem: {{names}}",
  loading: "Einen Moment",
  failed: "Das hat nicht geklappt. Versuchen Sie es noch einmal.",
};
