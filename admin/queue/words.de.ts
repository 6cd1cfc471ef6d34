import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  held: "Gehalten",
  heldComments: "Gehaltene Kommentare",
  fresh_one: "{{count, number}} neuer, anzeigen",
  fresh_other: "{{count, number}} neue, anzeigen",
  saidFresh_one: "Ein neuer Kommentar.",
  saidFresh_other: "{{count, number}} neue Kommentare.",
  alsoHere: "auch hier: {{names}}",
  sortBy: "Sortieren nach",
  sort: { oldest: "Wartet am längsten", newest: "Neueste", score: "Höchste Bewertung" },
  showAs: "Anzeigen als",
  mode: { focus: "Einzelansicht", list: "Liste", plot: "Punktbild" },
  position: "{{at, number}} von {{all, number}}",
  offline:
    "Sie sind offline. Was Sie sehen, kann sich geändert haben, und Entscheidungen können erst gesendet werden, wenn die Verbindung wieder da ist.",
  lost: "Die Verbindung ist unterbrochen. Was Sie sehen, kann sich geändert haben; es wird aktualisiert, sobald der Server antwortet.",
  notUpToDate: "Die Warteschlange konnte nicht aktualisiert werden. {{problem}}",
  failed: "Die Warteschlange konnte nicht geladen werden",
  loading: "Die gehaltenen Kommentare werden geladen",
  clear: "Alles erledigt",
  clearWords: "Niemand wartet. Neue Kommentare erscheinen hier von selbst.",
  clearAfter_one:
    "Niemand wartet. Sie haben einen Kommentar entschieden, seit Sie hier sind. Neue Kommentare erscheinen hier von selbst.",
  clearAfter_other:
    "Niemand wartet. Sie haben {{count, number}} Kommentare entschieden, seit Sie hier sind. Neue Kommentare erscheinen hier von selbst.",
  gone: "Wartet nicht mehr",
  row: "{{name}}: {{text}}",
  wrote: "{{name}} schreibt: {{text}}",
  wroteBlurred: "Ein Kommentar von {{name}}. Sein Text ist verwischt.",
  notFound:
    "Der Kommentar aus der Adresse wurde nicht gefunden. Vielleicht wurde er entfernt, oder er gehört zu einer anderen Website.",
};
