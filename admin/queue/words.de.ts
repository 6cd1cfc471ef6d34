import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  name: {
    held: "Gehalten",
    reported: "Gemeldet",
    appealed: "Einsprüche",
    sample: "Stichprobe",
    escalated: "Für Verantwortliche",
  },
  comments: {
    held: "Gehaltene Kommentare",
    reported: "Gemeldete Kommentare",
    appealed: "Einsprüche",
    sample: "Kommentare der Stichprobe",
    escalated: "Kommentare für Verantwortliche",
  },
  filter: "Filtern",
  filters: {
    article: "Artikel",
    section: "Ressort",
    rule: "Regel",
    reason: "Grund",
    language: "Sprache",
    scored: "Bewertung",
    assigned: "Zugewiesen",
  },
  assignedTo: { me: "Mir" },
  scored: { scored: "Bewertet", unscored: "Nicht bewertet" },
  any: "Alle",
  noLanguage: "Nicht bekannt",
  removeFilter: ", diesen Filter entfernen",
  noneFit: "Nichts passt",
  noneFitWords: "Was in dieser Warteschlange wartet, passt nicht zu diesen Filtern.",
  showAll: "Alles anzeigen",
  stuck_one:
    "Ein Einspruch wartet auf eine andere Person als die, die entschieden hat, und es gibt keine. Laden Sie jemanden ein, oder geben Sie jemandem diese Website.",
  stuck_other:
    "{{count, number}} Einsprüche warten auf eine andere Person als die, die entschieden hat, und es gibt keine. Laden Sie jemanden ein, oder geben Sie jemandem diese Website.",
  fresh_one: "{{count, number}} neuer, anzeigen",
  fresh_other: "{{count, number}} neue, anzeigen",
  saidFresh_one: "Ein neuer Kommentar.",
  saidFresh_other: "{{count, number}} neue Kommentare.",
  alsoHere: "auch hier: {{names}}",
  oneByOne: {
    appealed:
      "Jeder Einspruch wird für sich beurteilt, bevor man sieht, was entschieden wurde. Darum lassen sich hier nicht viele auf einmal wählen.",
    sample:
      "Jede Stichprobe wird für sich beurteilt, ohne zu sehen, was die Regeln daraus gemacht haben. Darum lassen sich hier nicht viele auf einmal wählen.",
  },
  sortBy: "Sortieren nach",
  sort: {
    oldest: "Wartet am längsten",
    newest: "Neueste",
    score: "Höchste Bewertung",
    reports: "Meiste Meldungen",
  },
  sortByAttribute: "Höchste: {{attribute}}",
  showAs: "Anzeigen als",
  mode: { focus: "Einzelansicht", list: "Liste", plot: "Punktbild" },
  position: "{{at, number}} von {{all, number}}",
  offline:
    "Sie sind offline. Was Sie sehen, kann sich geändert haben, und Entscheidungen können erst gesendet werden, wenn die Verbindung wieder da ist.",
  lost: "Die Verbindung ist unterbrochen. Was Sie sehen, kann sich geändert haben; es wird aktualisiert, sobald der Server antwortet.",
  notUpToDate: "Die Warteschlange konnte nicht aktualisiert werden. {{problem}}",
  failed: "Die Warteschlange konnte nicht geladen werden",
  loading: "Die Kommentare werden geladen",
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
