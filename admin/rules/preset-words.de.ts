import type { Words } from "../language/words.ts";
import type { preset as en, listed as listedEn } from "./preset-words.en.ts";

/** The rule to start from that asks the site's own lists. */
export const listed: Words<typeof listedEn> = {
  name: "Verbotene Wörter",
  reason: "Es benutzt ein verbotenes Wort.",
  about:
    "Hält, was ein Wort Ihrer verbotenen Listen benutzt, auch verkleidet, soweit Ihre erlaubten Wörter es nicht decken.",
  first: "Legen Sie zuerst eine Liste verbotener Wörter an; dann hält eine Regel, was eines benutzt.",
};

/** Rules to start from. */
export const preset: Words<typeof en> = {
  newcomers: {
    name: "Neue zuerst ansehen",
    reason: "Die Person hat noch keinen freigegebenen Kommentar.",
    about: "Bis jemand einen freigegebenen Kommentar hat, sieht zuerst ein Mensch hin.",
  },
  insults: {
    name: "Beleidigungen von Neuen",
    reason: "Es sieht nach einer Beleidigung aus, und die Person ist neu.",
    about: "Wahrscheinliche Beleidigungen von Personen mit weniger als drei freigegebenen Kommentaren.",
  },
  toxic: {
    name: "Sehr toxische Kommentare",
    reason: "Sehr wahrscheinlich toxisch.",
    about: "Wobei sich die Bewerter sehr sicher sind, wer auch immer es schrieb.",
  },
  threats: {
    name: "Drohungen",
    reason: "Es könnte eine Drohung sein.",
    about: "Wahrscheinliche Drohungen, wer auch immer sie schrieb.",
  },
  identity: {
    name: "Angriffe auf das, was Menschen sind",
    reason: "Es könnte Menschen für das angreifen, was sie sind.",
    about: "Früh gehalten, denn diese richten am meisten Schaden an.",
  },
  shouting: {
    name: "Geschrei",
    reason: "Es steht fast nur in Großbuchstaben.",
    about: "Längere Kommentare, die größtenteils in Großbuchstaben stehen.",
  },
  links: {
    name: "Links von Neuen",
    reason: "Es hat einen Link, und die Person ist neu.",
    about: "Jeder Link von Personen mit weniger als fünf freigegebenen Kommentaren.",
  },
  rejected: {
    name: "Oft Abgelehnte",
    reason: "Mindestens die Hälfte von dieser Person wurde abgelehnt.",
    about: "Personen, von denen mindestens die Hälfte abgelehnt wurde, sobald fünf entschieden sind.",
  },
  repeated: {
    name: "Wiederholte Kommentare",
    reason: "Dasselbe wurde an einem Tag mehrmals geschrieben.",
    about:
      "Ab der dritten Kopie von jemandem, oder was drei andere schrieben, auch mit einigen anderen Wörtern.",
  },
  emoji: {
    name: "Emoji-Fluten markieren",
    reason: "Es hat sehr viele Emojis.",
    about: "Markiert den Kommentar und entscheidet nichts.",
  },
};
