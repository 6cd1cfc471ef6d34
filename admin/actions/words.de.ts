import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  palette: {
    title: "Befehle",
    open: "Befehle ({{keys}})",
    what: "Was möchten Sie tun?",
    found_one: "{{count, number}} Befehl",
    found_other: "{{count, number}} Befehle",
    none: "So heißt nichts. Versuchen Sie ein anderes Wort.",
  },
  keys: {
    title: "Tasten",
    off: "Tasten mit einem Buchstaben sind ausgeschaltet. In Ihrem Menü oben rechts schalten Sie sie ein.",
    rest: "Während Sie in ein Feld schreiben, ruhen die Tasten. Was der Browser zum Suchen, Kopieren und Zurückgehen braucht, bleibt immer frei.",
    more: "Mehr geht über die Liste der Befehle: {{keys}}",
  },
  group: {
    comment: "Dieser Kommentar",
    list: "Liste",
    decision: "Entscheidungen",
    queue: "Warteschlange",
    desk: "Arbeitsplatz",
    wellness: "Wohlbefinden",
    page: "Gehe zu",
    site: "Website",
    language: "Sprache",
  },
  comment: {
    approve: "Freigeben",
    reject: "Ablehnen, mit Grund",
    choose: "Auswählen, um viele zugleich zu entscheiden",
    chooseTo: "Alles vom zuletzt ausgewählten bis hierher auswählen",
    takeOver: "Von jemandem aus dem Team übernehmen",
    next: "Nächster Kommentar",
    previous: "Voriger Kommentar",
    nextInFocus: "Nächster Kommentar, in der Einzelansicht",
    previousInFocus: "Voriger Kommentar, in der Einzelansicht",
    nextInList: "Nächster Kommentar, in der Liste",
    previousInList: "Voriger Kommentar, in der Liste",
    open: "Den Kommentar aus der Liste öffnen",
    show: "Seinen Text zeigen oder verwischen",
    reader: "Verlauf der Person",
  },
  list: {
    chooseLoaded: "Alle geladenen Kommentare auswählen",
    chooseAll: "Die ganze Warteschlange auswählen",
    hold: "Die ausgewählten Kommentare weiter anhalten",
    chooseNone: "Auswahl aufheben",
  },
  decision: {
    undo: "Die letzte Entscheidung zurücknehmen",
    pick: "Beim Ablehnen einen Grund wählen",
    confirm: "Mit dem gewählten Grund ablehnen",
    close: "Schließen, was offen ist",
  },
  queue: {
    search: "Suche: ins Feld",
    mode: "Zwischen Liste und Einzelansicht wechseln",
    showNew: "Die neuen Kommentare anzeigen",
  },
  desk: {
    palette: "Befehle",
    keys: "Tastenübersicht",
    scheme: "Zwischen heller und dunkler Darstellung wechseln",
    letters: "Tasten mit einem Buchstaben ein- oder ausschalten",
    signOut: "Abmelden",
  },
  wellness: {
    blur: "Kommentare verwischen, bis Sie sie sehen wollen: ein oder aus",
    grey: "Graustufen ein oder aus",
  },
};
