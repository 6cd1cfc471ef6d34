import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Einstellungen",
  about: "Was {{site}} von selbst veröffentlicht und was auf einen Menschen wartet.",
  saved: "Einstellungen gespeichert.",
  lastChange: "Zuletzt geändert von <name/> <when/>",
  moderation: {
    title: "Art der Moderation",
    post: "Sofort veröffentlichen",
    postHint: "Ein Kommentar erscheint, wenn keine der Regeln unten ihn hält.",
    pre: "Zuerst alles ansehen",
    preHint: "Nichts erscheint, bevor die Moderation es freigegeben hat.",
  },
  scores: {
    title: "Nach Bewertung halten",
    about:
      "Ein Kommentar wartet auf einen Menschen, wenn eine Bewertung ihre Grenze erreicht. Je weiter links, desto mehr wird gehalten. Die Punkte trennen niedrig, mittel, hoch und sehr hoch.",
    thumb: "Halten, wenn {{attribute}} mindestens so hoch ist",
    from: "{{attribute}}, hält ab",
  },
  unscored: {
    title: "Wenn nichts bewerten kann",
    about:
      "Ein Bewerter kann langsam oder gestört sein. Solche Kommentare sind am Arbeitsplatz als unbewertet gekennzeichnet.",
    hold: "Halten",
    holdNew: "Halten, wenn die Person neu ist, sonst veröffentlichen",
    publish: "Veröffentlichen",
  },
  words: {
    title: "Wörter",
    about: "Ein Kommentar mit einem dieser Wörter oder Ausdrücke wird abgefangen.",
    label: "Verbotene Wörter und Ausdrücke, einer je Zeile",
    none: "Noch keine.",
    entries_one: "Ein Eintrag.",
    entries_other: "{{count, number}} Einträge.",
    action: "Ein Kommentar mit einem verbotenen Wort wird",
    hold: "Gehalten, bis ein Mensch entscheidet",
    reject: "Abgelehnt, ohne dass ein Mensch entscheidet",
  },
  second: {
    title: "Eine zweite Person",
    label: "Eine Regel, die ablehnt, braucht eine zweite Person",
    hint: "Jede Fassung wird erst aktiv, wenn jemand anderes unter den Verantwortlichen sie bestätigt hat. Sind Sie allein verantwortlich, kann keine Regel aktiv werden, die ablehnt, bis Sie zu zweit sind.",
  },
  links: {
    title: "Links und neue Personen",
    hold: "Kommentare mit vielen Links halten",
    most: "Halten bei mehr Links als",
    newReaders: "Kommentare neuer Personen halten, bis so viele freigegeben sind",
    newReadersHint: "0: Wer neu ist, wird wie alle anderen behandelt.",
  },
  reasons: {
    title: "Gründe für das Ablehnen",
    about: "Woraus die Moderation wählt, in dieser Reihenfolge, und was der Person gesagt wird.",
    nth: "Grund {{n, number}}",
    label: "Grund",
    toldNth: "Was der Person bei Grund {{n, number}} gesagt wird",
    told: "Was der Person gesagt wird",
    removeOne: "Den Grund {{label}} entfernen",
    add: "Grund hinzufügen",
  },
  reports: {
    title: "Meldungen",
    about: "Wofür ein Kommentar gemeldet werden kann, in dieser Reihenfolge.",
    nth: "Grund zum Melden {{n, number}}",
    enough: "So viele Personen müssen einen Kommentar melden",
    enoughHint:
      "Haben ihn so viele verschiedene Personen gemeldet, wartet er unter den gemeldeten; öffentlich bleibt er solange. 3, wenn Sie es nicht ändern.",
  },
  sample: {
    title: "Blinde Stichprobe",
    about:
      "Ein Teil dessen, was ohne einen Menschen veröffentlicht wurde, wird der Moderation gezeigt, ohne zu sagen, warum es durchkam. So zeigt sich, was die Regeln übersehen.",
    share: "Anteil, der angesehen wird",
    shareHint: "1 %, wenn Sie es nicht ändern; 0: nichts.",
    second: "Davon von zwei Menschen beurteilt",
    secondHint:
      "Keiner weiß vom anderen. So zeigt sich, wie einig sich die Moderation ist. 20 %, wenn Sie es nicht ändern; 0: nichts.",
    percent: " %",
  },
  traces: {
    title: "Dieselbe Person",
    about:
      "Verschlüsselte Prüfsummen von Netzadresse und E-Mail zeigen, wer unter anderem Namen dieselbe Person sein kann. Die Adressen selbst werden nie gespeichert.",
    days: "So viele Tage werden sie behalten",
    daysHint: "30, wenn Sie es nicht ändern; 0: gar nicht.",
    for: "Wer sie sehen und danach sperren darf",
    owners: "Nur die Inhaber, das ist die Vorgabe",
    moderators: "Auch die Moderation der Website",
  },
  features: {
    title: "Lesenswert",
    about:
      "Wie viel jeder Teil zählt, von 0 bis 10, wenn lesenswerte Kommentare geordnet werden. 2, 2, 3, 2 und 1, wenn Sie es nicht ändern; 0: gar nicht.",
  },
  search: {
    title: "Suche",
    language: "Sprache der Kommentare",
    languageHint:
      "Wessen Wortformen bei der Suche als ein Wort gelten: gehen, geht, gegangen. Englisch, wenn Sie es nicht ändern.",
    none: "Keine: Wörter, wie sie geschrieben sind",
  },
  writing: {
    title: "Schreiben",
    edit: "So lange darf überarbeitet werden",
    editHint: "0: gar nicht.",
    minutes: " Min.",
    longest: "Längster Kommentar",
    characters: " Zeichen",
    depth: "So tief verschachteln sich Antworten",
    depthHint: "Tiefere schließen sich der letzten Ebene an.",
  },
  site: {
    title: "Website",
    name: "Name der Website",
    origins: "Wo Kommentare eingebettet werden dürfen, ein Ursprung je Zeile",
    originsHint: "Etwa https://news.example, ohne Pfad. Ein einzelner * erlaubt jede Seite.",
  },
};
