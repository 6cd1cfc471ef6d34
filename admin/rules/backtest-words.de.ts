import type { Words } from "../language/words.ts";
import type { backtest as en } from "./backtest-words.en.ts";

export const backtest: Words<typeof en> = {
  title: "Probelauf",
  about:
    "Was sie mit den bisherigen Kommentaren getan hätte, nach den Bewertungen und Zählungen von damals. Nichts wird geändert.",
  period: "Kommentare",
  periods: {
    "30": "der letzten 30 Tage",
    "90": "der letzten 90 Tage",
    "365": "des letzten Jahres",
    all: "aus der ganzen Zeit",
  },
  act: "Probelauf starten",
  stop: "Anhalten",
  underWay: "{{seen}} von etwa {{total}} Kommentaren angesehen.",
  failed: "Er konnte nicht beendet werden. Versuchen Sie es noch einmal.",
  cancelled: "Er wurde angehalten.",
  ofDraft: "Mit Änderungen, die nicht gespeichert waren.",
  ofThis: "Von Fassung {{version}}, die gilt.",
  ofOlder: "Von Fassung {{version}}. Die Regel hat sich seitdem geändert.",
  hits: "Sie hätte {{hits}} von {{seen}} Kommentaren getroffen, {{aDay}} am Tag.",
  agreed:
    "Von {{decided}}, über die Menschen entschieden, entschieden sie {{agreed}} so, wie die Regel es täte: {{share}} (zwischen {{low}} und {{high}}, zu 95 % sicher).",
  nobody: "Über keinen davon hat ein Mensch entschieden; ob jemand zustimmen würde, ist also nicht bekannt.",
  undecided: "Über {{undecided}} davon hat kein Mensch entschieden.",
  few: "Menschen entschieden über weniger als 30: der Anteil sagt noch wenig.",
  changes:
    "Neben den Regeln von heute: {{held}} mehr gehalten, {{rejected}} mehr abgelehnt, {{published}} mehr veröffentlicht.",
  more: "Etwa {{minutes}} Minuten mehr am Tag für die Moderation.",
  less: "Etwa {{minutes}} Minuten weniger am Tag für die Moderation.",
  assumed: "(Bei {{seconds}} Sekunden je Kommentar, einer Annahme, bis hier mehr entschieden ist.)",
  unknown:
    "Bei {{unknown}} ist es nicht zu sagen, weil damals etwas nicht bekannt war oder noch nicht aufgehoben wurde.",
  fewSeen:
    "Er sah wenige Kommentare. Eine Regel, die ablehnt, wird erst aktiv nach einem Probelauf über {{enough}} oder alle, die es gibt.",
  missesUntold:
    "Was sie wohl übersieht, ist nicht zu sagen: Menschen haben über keinen Kommentar so entschieden, wie diese Regel es täte. Sobald sie das tun, stehen ähnliche hier.",
  cut: "Nur die letzte Million wurde angesehen.",
  overlap: "„{{name}}“ trifft {{both}} derselben Kommentare.",
  thresholds: "Wenn {{fact}} ab einem anderen Wert zählte",
  threshold: "Ab",
  matches: "Treffer",
  agreement: "Menschen stimmten zu",
  ofDecided: "{{share}} von {{decided}}",
  falseAlarms: "Wohl falscher Alarm",
  misses: "Wohl übersehen",
  random: "Zufällig ausgewählt",
  because: "Entscheidend ist, ob {{parts}}.",
  notShown: "Dieser Kommentar kann nicht gezeigt werden.",
  people: {
    approved: "von einem Menschen freigegeben",
    held: "von einem Menschen gehalten",
    rejected: "von einem Menschen abgelehnt",
  },
};
