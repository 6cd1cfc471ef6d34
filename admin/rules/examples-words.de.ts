import type { Words } from "../language/words.ts";
import type { examples as en, second as enSecond } from "./examples-words.en.ts";

export const second: Words<typeof enSecond> = {
  needed:
    "Sie lehnt ab; darum muss jemand anderes als {{name}} unter den Verantwortlichen diese Fassung bestätigen, bevor sie entscheidet.",
  asked: "Darum gebeten hat <name/>, <when/>.",
  confirmed: "Bestätigt hat diese Fassung <name/>, <when/>.",
  ask: "Darum bitten",
  confirm: "Fassung {{version}} bestätigen",
};

export const examples: Words<typeof en> = {
  title: "Beispiele",
  about:
    "Kommentare, die jede Version dieser Regel treffen muss oder nicht treffen darf. Sie werden bei jeder Änderung angesehen.",
  saveFirst:
    "Ist die Regel gespeichert, lassen sich ihr Kommentare mitgeben, die sie treffen muss oder nicht treffen darf.",
  count_one: "{{holding}} von {{count, number}} Beispiel stimmt.",
  count_other: "{{holding}} von {{count, number}} Beispielen stimmen.",
  open_one: "Bei {{count, number}} ist es nicht zu sagen.",
  open_other: "Bei {{count, number}} ist es nicht zu sagen.",
  must: "Muss treffen",
  mustNot: "Darf nicht treffen",
  paste: "Text hinzufügen",
  remove: "Dieses Beispiel entfernen",
  gone: "Wer ihn geschrieben hat, hat ihn zurückgezogen; darum ist nichts mehr davon da.",
  holds: { yes: "So, wie es sein muss", no: "Nicht so, wie es sein muss", unknown: "Nicht zu sagen" },
  because: {
    matches: "Sie trifft zu. Entscheidend ist, ob {{parts}}.",
    noMatch: "Sie trifft nicht zu. Entscheidend ist, ob {{parts}}.",
    exempt: "Sie lässt ihn in Ruhe. Entscheidend ist, ob {{parts}}.",
    unknown: "Nicht bekannt ist, ob {{parts}}.",
  },
  part: "{{clause}} (gesehen: {{seen}})",
  scope: "sein Artikel dort steht, wo die Regel gilt",
  evenSoTitle: "Trotzdem weiter?",
  evenSo: "Trotzdem weiter",
  keepAs: "Der Regel mitgeben:",
};
