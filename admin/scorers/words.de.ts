import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Bewerter",
  about:
    "Wer die Kommentare von {{site}} vor den Regeln liest. Für jede Art von Schaden gilt der erste, der eine Bewertung hat.",
  add: "Bewerter hinzufügen",
  saved: "Bewerter gespeichert.",
  failed: "Die Bewerter konnten nicht geladen werden",
  loading: "Die Bewerter werden geladen.",
  name: {
    local: "Modell vor Ort",
    semantic: "Semantisches Modell",
    perspective: "Perspective",
    openai: "OpenAI",
  },
  own: "Eine eigene Adresse",
  semantic: {
    starting: "Das semantische Modell startet gerade. Bis dahin bewertet das Modell vor Ort allein.",
    off: "Das semantische Modell ist auf dieser Installation ausgeschaltet (SEMANTIC=0); das Modell vor Ort bewertet allein.",
    absent:
      "Das semantische Modell ist nicht installiert; das Modell vor Ort bewertet allein. Um es zu ergänzen, npm install ausführen und neu starten.",
    broken:
      "Das semantische Modell konnte nicht starten; das Modell vor Ort bewertet allein. Das Protokoll des Servers sagt, warum.",
  },
  kind: {
    installed: "Läuft hier. Die Kommentare bleiben auf dieser Installation.",
    perspective:
      "Googles Perspective API, bis sie am 31. Dezember 2026 endet. Die Kommentare werden an Google gesendet.",
    openai:
      "Die Moderationsschnittstelle von OpenAI, ohne Kraftausdrücke und schwere Toxizität. Die Kommentare werden an OpenAI gesendet.",
    http: "Jede Adresse, die wie Perspective antwortet. Die Kommentare werden dorthin gesendet.",
  },
  whenNone: {
    hold: "Wenn keiner von ihnen einen Kommentar bewerten kann, wird er für einen Menschen gehalten.",
    publish:
      "Wenn keiner von ihnen einen Kommentar bewerten kann, wird er veröffentlicht und als unbewertet gekennzeichnet.",
    "hold-new-readers":
      "Wenn keiner von ihnen einen Kommentar bewerten kann, wird er gehalten, falls die Person neu ist, und sonst veröffentlicht.",
  },
  allOff: {
    hold: "Alle sind ausgeschaltet, also wird kein Kommentar bewertet: Er wird für einen Menschen gehalten.",
    publish:
      "Alle sind ausgeschaltet, also wird kein Kommentar bewertet: Er wird veröffentlicht und als unbewertet gekennzeichnet.",
    "hold-new-readers":
      "Alle sind ausgeschaltet, also wird kein Kommentar bewertet: Er wird gehalten, falls die Person neu ist, und sonst veröffentlicht.",
  },
  changeThat: "In den Einstellungen ändern",
  backlog_one:
    "{{count, number}} Kommentar hat noch keine Bewertung und bekommt sie, sobald ein Bewerter kann.",
  backlog_other:
    "{{count, number}} Kommentare haben noch keine Bewertung und bekommen sie, sobald ein Bewerter kann.",
  up: "{{name}} nach oben",
  down: "{{name}} nach unten",
  ask: "{{name}} fragen",
  when: "Wann {{name}} gefragt wird",
  always: "Immer fragen",
  fallback: "Wenn darüber keiner antwortet",
  showLimits: "Schlüssel und Grenzen",
  hideLimits: "Schlüssel und Grenzen verbergen",
  health: {
    leftAlone: "Er wird eine halbe Minute in Ruhe gelassen.",
    lastAnswered: "Zuletzt hat er {{ago}} geantwortet.",
    answered: "Letzte Antwort {{ago}}",
    notAsked: "Noch nicht gefragt",
    lately:
      "in fünf Minuten {{answered, number}} von {{all, number}} beantwortet · die Hälfte in {{half}}, 95 % in {{most}}",
  },
  limits: {
    name: "Kurzname",
    nameHint: "So heißt er in Regeln und am Arbeitsplatz. Kleine Buchstaben, Ziffern und Bindestriche.",
    address: "Adresse",
    addressHint: "Hierhin werden die Kommentare gesendet, in der Form von Perspective.",
    key: "Schlüssel",
    keep: "Leer lassen, um ihn zu behalten",
    none: "Keiner",
    takeOut: "Schlüssel herausnehmen",
    sign: "Mit dem Schlüssel signieren, statt ihn zu senden",
    time: "Zeit für alles",
    asUsual: "Wie üblich",
    perSecond: "Anfragen in der Sekunde, je Prozess",
    keyTakenOut: "Er wird beim Speichern herausgenommen.",
    keySet: "Einer ist gesetzt. Er wird verschlüsselt aufbewahrt und nie gezeigt.",
    keyOfInstallation:
      "Der Schlüssel der Installation gilt, mit deren Grenzen, solange Sie keinen eigenen eintragen.",
    keyKept: "Wird verschlüsselt aufbewahrt und nie gezeigt.",
  },
  try: {
    open: "Ausprobieren",
    example: "You are a stupid fool.",
    sentence: "Ein Satz zum Bewerten",
    score: "Bewerten",
    noScore: "keine Bewertung",
  },
};
