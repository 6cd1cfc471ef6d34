import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  up: "Nach oben",
  across: "Zur Seite",
  time: "Wartet seit",
  none: "Nichts zu zeichnen",
  noneWords: "Kein wartender Kommentar hat eine Bewertung dieser Art.",
  failed: "Das Bild konnte nicht geladen werden",
  loading: "Es wird gezählt, was wartet",
  picture:
    "Wartende Kommentare nach {{up}} und {{across}}. Der Bereich wird durch Ziehen gewählt oder mit den Rändern darunter.",
  unscored_one: "Ein wartender Kommentar hat keine Bewertung und ist nicht eingezeichnet.",
  unscored_other: "{{count, number}} wartende Kommentare haben keine Bewertung und sind nicht eingezeichnet.",
  edges: "Ränder des Bereichs",
  edge: {
    bottom: "Unterer Rand, {{name}}",
    top: "Oberer Rand, {{name}}",
    left: "Linker Rand, {{name}}",
    right: "Rechter Rand, {{name}}",
  },
  inRange_one: "{{count, number}} Kommentar im Bereich",
  inRange_other: "{{count, number}} Kommentare im Bereich",
  drag: "Ziehen Sie über die Punkte, um einen Bereich zu wählen, oder wählen Sie in der Tabelle eine Stufe.",
  clear: "Bereich aufheben",
  bands: "Kommentare nach Stufe",
  band: "Stufe",
  range: "Bewertungen",
  count: "Kommentare",
  take: "{{band}} auswählen",
};
