export const tripped = {
  badge: "Hält zurück, statt abzulehnen",
  title: "Sie hält zurück, statt abzulehnen",
  words:
    "<when/> wollte sie weit mehr ablehnen als im Probelauf: {{hits}} der letzten {{seen}} Kommentare, gegenüber {{testedHits}} von {{testedSeen}}. Seither hält sie zurück, was auf sie zutrifft.",
  next: "Sehen Sie an, was sie zurückhält. Ist die Regel falsch, ändern Sie sie. Haben sich die Kommentare geändert, machen Sie einen neuen Probelauf und lassen sie dann wieder ablehnen.",
  again: "Wieder ablehnen lassen",
};

export const undo = {
  title: "Zurücknehmen, was sie tat",
  about:
    "Alles, was die Regel zurückhielt oder ablehnte, kommt dorthin, wohin die anderen Regeln geführt hätten. Was seither ein Mensch entschieden hat, bleibt.",
  look: "Ansehen, was sie tat",
  dialog: "Zurücknehmen, was „{{name}}“ tat",
  goesOn:
    "Die Regel ist noch eingeschaltet und macht mit neuen Kommentaren weiter. Schalten Sie sie vorher aus, wenn das nicht gemeint ist.",
  version: "Welche Version",
  everyVersion: "Jede Version",
  period: "Wann",
  periods: {
    all: "Seit sie angelegt wurde",
    hour: "In der letzten Stunde",
    day: "In den letzten 24 Stunden",
    week: "In den letzten 7 Tagen",
    own: "Zwischen zwei Zeiten …",
  },
  from: "Von",
  to: "Bis",
  failed: "Was sie tat, konnte nicht gezählt werden",
  counting: "Es wird gezählt, was sie tat.",
  published_one: "Ein Kommentar wird öffentlich.",
  published_other: "{{count, number}} Kommentare werden öffentlich.",
  held_one: "Ein Kommentar, den sie ablehnte, kommt in die Warteschlange, wo ihn eine andere Regel hält.",
  held_other:
    "{{count, number}} Kommentare, die sie ablehnte, kommen in die Warteschlange, wo sie andere Regeln halten.",
  nothing: "In diesem Zeitraum gibt es nichts zurückzunehmen.",
  stay: "Diese bleiben, wie sie sind",
  alike_one: "Einer, den eine andere Regel ebenso entschied.",
  alike_other: "{{count, number}}, die andere Regeln ebenso entschieden.",
  since_one: "Einer, den seither ein Mensch entschied oder sein Verfasser änderte.",
  since_other: "{{count, number}}, die seither ein Mensch entschied oder ihre Verfasser änderten.",
  elsewhere_one: "Einer, der angefochten ist oder auf einen Inhaber wartet.",
  elsewhere_other: "{{count, number}}, die angefochten sind oder auf einen Inhaber warten.",
  sample: "Einiges von dem, was sich ändern würde",
  these: "Was sich ändern würde",
  why: "Warum",
  whyHint: "Für Kollegen und das Protokoll. Leser sehen es nicht.",
  act_one: "Einen Kommentar zurücknehmen",
  act_other: "{{count, number}} Kommentare zurücknehmen",
};
