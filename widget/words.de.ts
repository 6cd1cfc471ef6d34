import type { Many, Words } from "./words.en.ts";

/** The words in German, a file of their own that only German pages load. */
export const de = (many: Many): Words => ({
  title: "Kommentare",
  comments: (count) => many(count, "Kommentar", "Kommentare"),
  newComments: (count) => many(count, "neuer Kommentar", "neue Kommentare"),
  newReplies: (count) => many(count, "neue Antwort", "neue Antworten"),
  showReplies: (count) => `${many(count, "Antwort", "Antworten")} zeigen`,
  hideReplies: "Antworten verbergen",
  sort: "Sortieren nach",
  sorts: { newest: "Neueste", oldest: "Älteste", top: "Meiste Antworten" },
  more: "Mehr Kommentare zeigen",
  loading: "Kommentare werden geladen",
  empty: "Noch hat niemand geschrieben. Ihr Kommentar wäre der erste.",
  failed: "Die Kommentare konnten nicht geladen werden.",
  tryAgain: "Noch einmal versuchen",

  writeComment: "Kommentar schreiben",
  yourComment: "Ihr Kommentar",
  yourReply: (name) => `Ihre Antwort an ${name}`,
  name: "Ihr Name",
  nameHint: "Steht bei Ihrem Kommentar.",
  postingAs: "Sie schreiben als",
  change: "Ändern",
  postComment: "Kommentar absenden",
  postReply: "Antwort absenden",
  readIt: "Ich habe das gelesen, absenden",
  sending: "Wird gesendet…",
  cancel: "Abbrechen",
  left: (count) => many(count, "Zeichen übrig", "Zeichen übrig"),
  over: (count) => many(count, "Zeichen zu viel", "Zeichen zu viel"),
  writeFirst: "Schreiben Sie zuerst etwas.",
  nameFirst: "Nennen Sie uns Ihren Namen.",
  unreachable:
    "Der Server hat nicht geantwortet. Ihr Text bleibt hier; ein neuer Versuch sendet ihn nicht doppelt.",
  serverTrouble:
    "Der Server konnte das gerade nicht annehmen. Ihr Text bleibt hier; versuchen Sie es gleich noch einmal.",

  reply: "Antworten",
  replyTo: (name) => `${name} antworten`,
  inReplyTo: (name) => `an ${name}`,
  you: "Sie",
  edited: "bearbeitet",
  edit: "Bearbeiten",
  editing: "Ihren Kommentar bearbeiten",
  save: "Speichern",
  saving: "Wird gespeichert…",
  withdraw: "Zurückziehen",
  withdrawAsk: "Ihren Kommentar zurückziehen?",
  keep: "Behalten",
  hide: "Ausblenden",
  report: "Melden",
  reportOne: (name) => `Kommentar von ${name} melden`,
  reportAsk: "Was stimmt mit diesem Kommentar nicht?",
  reportText: "Was sollte die Moderation noch wissen? (freiwillig)",
  sendReport: "Meldung absenden",
  reported: "Danke. Die Moderation hat Ihre Meldung.",
  reportedFor: "gemeldet",
  noReports:
    "Solange Sie hier nicht kommentieren können, werden Ihre Meldungen nicht angenommen. Wenn es dringend ist, schreiben Sie der Redaktion.",
  chooseReason: "Wählen Sie zuerst einen Grund.",
  appeal: "Widersprechen",
  appealAsk: "Warum sollte er veröffentlicht werden?",
  appealNote: (until) =>
    `Einmal, bis ${until}. Ihr Widerspruch geht an jemanden, der hier nicht entschieden hat und Ihren Kommentar vor der Entscheidung liest.`,
  sendAppeal: "Widerspruch absenden",
  appealWaits: "Ihr Widerspruch wartet auf einen zweiten Blick.",
  appealUpheld: "Ihr Widerspruch wurde geprüft, und die Entscheidung bleibt.",
  appealOverturned: "Ihr Widerspruch hatte Erfolg: Der Kommentar ist veröffentlicht.",

  featured: "Hervorgehoben",
  featuredOnes: "Hervorgehobene Kommentare",
  featuredYours: "Die Redaktion hat Ihren Kommentar hervorgehoben.",
  inThread: "Im Gespräch",

  removed: "Dieser Kommentar ist nicht mehr da.",
  withdrawn: "Sie haben diesen Kommentar zurückgezogen.",

  awaiting: "Wartet auf Prüfung",
  awaitingNote: "Bis dahin sehen nur Sie ihn.",
  onlyYou: "Nur Sie sehen ihn.",
  notPublished: (reason) => (reason ? `Nicht veröffentlicht: ${reason}` : "Nicht veröffentlicht."),
  published: "Ihr Kommentar ist veröffentlicht.",
  saysAwaiting: "Ihr Kommentar wartet auf Prüfung. Bis dahin sehen nur Sie ihn.",

  sanction: (kind, said, until) => {
    if (kind === "warn") return `Bevor Sie wieder schreiben, lesen Sie bitte dies: ${said}`;
    const time = until ? `bis ${until}` : "nicht mehr";
    const not = until ? " nicht" : "";
    return said === null
      ? `Wer aus Ihrem Netz oder mit dieser E-Mail-Adresse neu ist, kann hier ${time}${not} kommentieren, wegen etwas, das jemand geschrieben hat. Wenn Sie das nicht waren, schreiben Sie der Redaktion.`
      : `Sie können hier ${time}${not} kommentieren. ${said}`;
  },
  refusals: {
    not_found: "Diesen Kommentar gibt es hier nicht mehr.",
    conflict:
      "Das geht nicht mehr: Der Kommentar wurde inzwischen entschieden, oder die Zeit dafür ist vorbei.",
    unauthenticated: "Sie sind hier nicht mehr bekannt. Versuchen Sie es noch einmal.",
    rate_limited: "Das war viel auf einmal. Warten Sie einen Augenblick und versuchen Sie es noch einmal.",
    unprocessable: "Das konnte so nicht angenommen werden. Kürzen Sie den Text, und prüfen Sie Ihren Namen.",
    invalid: "Das konnte so nicht angenommen werden. Prüfen Sie Ihren Text und Ihren Namen.",
    too_large: "Das ist zu lang.",
  },
});
