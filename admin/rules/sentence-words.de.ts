import type { Words } from "../language/words.ts";
import type { say as enSay, sentence as enSentence } from "./sentence-words.en.ts";

/** What a rule does as a whole. */
export const sentence: Words<typeof enSentence> = {
  hold: { plain: "Halten, wenn {{when}}.", unless: "Halten, wenn {{when}}, außer wenn {{unless}}." },
  reject: { plain: "Ablehnen, wenn {{when}}.", unless: "Ablehnen, wenn {{when}}, außer wenn {{unless}}." },
  approve: {
    plain: "Freigeben, wenn {{when}}.",
    unless: "Freigeben, wenn {{when}}, außer wenn {{unless}}.",
  },
  tag: {
    plain: "Als {{tags}} markieren, wenn {{when}}.",
    unless: "Als {{tags}} markieren, wenn {{when}}, außer wenn {{unless}}.",
  },
  inSections: "In {{sections}} gilt: {{sentence}}",
  label: "Die Regel in Worten",
};

/** Conditions as parts of that sentence; in German the verb stands last. */
export const say: Words<typeof enSay> = {
  not: "nicht gilt, dass {{what}}",
  other: "{{fact}} {{asked}} ist",
  quoted: "„{{word}}“",
  uses: "er {{words}} verwendet",
  matches: "er dem Muster {{pattern}} entspricht",
  more_one: "{{count, number}} weiteres",
  more_other: "{{count, number}} weitere",
  score: {
    is: "{{name}} {{level}} ist",
    atLeast: "{{name}} mindestens {{level}} ist",
    above: "{{name}} über {{level}} ist",
    below: "{{name}} unter {{level}} ist",
    atMost: "{{name}} höchstens {{level}} ist",
  },
  yes: {
    unscored: "kein Bewerter antworten konnte",
    readerTrusted: "der Person vertraut wird",
    readerMuted: "die Person stummgeschaltet oder gesperrt ist",
    heldByPerson: "die Moderation ihn gehalten hatte",
  },
  no: {
    unscored: "ein Bewerter antworten konnte",
    readerTrusted: "der Person nicht vertraut wird",
    readerMuted: "die Person weder stummgeschaltet noch gesperrt ist",
    heldByPerson: "die Moderation ihn nicht gehalten hatte",
  },
  among: {
    words: "er ein Wort aus {{which}} verwendet",
    linksDomains: "er auf {{which}} verweist",
    language: "seine Sprache {{which}} ist",
    articleSection: "sein Artikel in {{which}} steht",
    moderation: "sein Artikel {{which}} moderiert wird",
  },
  count: {
    bannedWords_one: "er {{amount}} verbotenes Wort verwendet",
    bannedWords_other: "er {{amount}} verbotene Wörter verwendet",
    links_one: "er {{amount}} Link hat",
    links_other: "er {{amount}} Links hat",
    length_one: "er {{amount}} Zeichen lang ist",
    length_other: "er {{amount}} Zeichen lang ist",
    capitals_one: "{{amount}} seiner Buchstaben Großbuchstaben sind",
    capitals_other: "{{amount}} seiner Buchstaben Großbuchstaben sind",
    emoji_one: "er {{amount}} Emoji hat",
    emoji_other: "er {{amount}} Emojis hat",
    depth_one: "er {{amount}} Antwort tief steht",
    depth_other: "er {{amount}} Antworten tief steht",
    revision_one: "er in {{amount}} Fassung vorliegt",
    revision_other: "er in {{amount}} Fassungen vorliegt",
    articleAgeHours_one: "sein Artikel {{amount}} Stunde alt ist",
    articleAgeHours_other: "sein Artikel {{amount}} Stunden alt ist",
    readerAgeHours_one: "die Person vor {{amount}} Stunde zum ersten Mal schrieb",
    readerAgeHours_other: "die Person vor {{amount}} Stunden zum ersten Mal schrieb",
    readerApproved_one: "die Person {{amount}} freigegebenen Kommentar hat",
    readerApproved_other: "die Person {{amount}} freigegebene Kommentare hat",
    readerHeld_one: "die Person {{amount}} wartenden Kommentar hat",
    readerHeld_other: "die Person {{amount}} wartende Kommentare hat",
    readerRejected_one: "die Person {{amount}} abgelehnten Kommentar hat",
    readerRejected_other: "die Person {{amount}} abgelehnte Kommentare hat",
    readerRejectionRate_one: "{{amount}} der Kommentare der Person abgelehnt wurden",
    readerRejectionRate_other: "{{amount}} der Kommentare der Person abgelehnt wurden",
  },
};
