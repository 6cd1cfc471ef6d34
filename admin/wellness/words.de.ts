import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Wohlbefinden",
  about: "Für Stunden mit Texten, die schwer zu lesen sind. Auf diesem Gerät gemerkt, nur für Sie.",
  blur: "Kommentare verwischen, bis ich sie sehen will",
  blurHint:
    "Was ein Kommentar sagt, ist verwischt, bis Sie B oder seinen Knopf drücken. Warum er hier ist, bleibt zu sehen.",
  grey: "Graustufen",
  greyHint: "Der Arbeitsplatz ohne Farben. Nichts wird nur durch Farbe gesagt.",
  breaks: "An eine Pause erinnern",
  breaksHint: "Nach so viel Entscheiden ohne fünf Minuten Unterbrechung.",
  never: "Nie",
  veiled: "Der Text ist verwischt.",
  show: "Text zeigen",
  blurAgain: "Wieder verwischen",
  due: "Sie entscheiden seit {{time}}. Eine kurze Pause tut vielleicht gut.",
  later: "In zehn Minuten",
  thanks: "Schließen",
};
