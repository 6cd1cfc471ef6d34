import type { RuleProblem } from "../../server/rules/contract.ts";

const score = (what: string): string =>
  `Wie wahrscheinlich Menschen ihn ${what} nennen würden, laut dem ersten Bewerter, der antwortet. Eine Stufe oder eine Zahl von 0 bis 1.`;

/** What each fact is, in German, as the server's registry says it in English. */
export const HELP: Readonly<Record<string, string>> = {
  TOXICITY: score("toxisch"),
  SEVERE_TOXICITY: score("schwer toxisch"),
  INSULT: score("eine Beleidigung"),
  PROFANITY: score("unflätig"),
  THREAT: score("eine Drohung"),
  IDENTITY_ATTACK: score("einen Angriff auf Identität"),
  unscored: "Kein Bewerter konnte antworten.",
  text: "Was im Kommentar steht: Wörter und Wendungen, die er verwendet, oder ein Muster, dem er entspricht.",
  words:
    "Aus welchen Wortlisten der Website er etwas verwendet, auch verkleidet; was erlaubte Wörter abdecken, zählt nicht.",
  bannedWords: "Wie viele der verbotenen Wörter der Website er verwendet, auch verkleidete.",
  links: "Wie viele Links er hat, bloße Domains eingeschlossen.",
  "links.domains": "Die Domains, auf die er verweist, ohne www.",
  length: "Wie lang er ist.",
  capitals: "Der Anteil der Großbuchstaben an seinen Buchstaben; 0 bei weniger als zehn Buchstaben.",
  emoji: "Wie viele Emojis er hat.",
  language: "Seine Sprache als Kürzel mit zwei Buchstaben; unbekannt, wenn sie nicht zu erkennen war.",
  depth: "Wie tief er in der Diskussion steht; 0 ist keine Antwort.",
  revision: "1, wie er geschrieben wurde; mit jeder Überarbeitung eins mehr.",
  "article.section": "Das Ressort seines Artikels; unbekannt, wenn die Website keines nennt.",
  "article.ageHours":
    "Wie lange es her ist, dass der erste Kommentar zum Artikel geschrieben oder der Artikel bekannt gemacht wurde.",
  moderation: "Wie sein Artikel moderiert wird: im Voraus oder im Nachhinein.",
  "reader.ageHours": "Wie lange es her ist, dass die Person hier zum ersten Mal schrieb.",
  "reader.approved": "Wie viele andere Kommentare der Person freigegeben sind.",
  "reader.held": "Wie viele andere Kommentare der Person auf die Moderation warten.",
  "reader.rejected": "Wie viele andere Kommentare der Person abgelehnt wurden.",
  "reader.rejectionRate":
    "Der Anteil der abgelehnten unter den entschiedenen Kommentaren der Person; unbekannt, solange weniger als fünf entschieden sind.",
  "reader.trusted": "Die Moderation vertraut der Person, und nichts spricht dagegen.",
  "reader.muted": "Die Person ist stummgeschaltet, ausgesetzt oder gesperrt.",
  heldByPerson: "Die Moderation hatte ihn angehalten, bevor er überarbeitet wurde.",
};

/** What is wrong or odd about a rule, in German; the server's English names fact and limit besides. `named` names the other rule. */
export const PROBLEMS: Readonly<Record<RuleProblem["code"], string>> = {
  "unknown-fact": "Das ist hier nicht bekannt. Wählen Sie etwas aus der Liste.",
  "unknown-list": "Diese Wortliste gibt es nicht, oder sie erlaubt Wörter. Wählen Sie eine andere.",
  "wrong-operator": "So lässt sich das nicht vergleichen.",
  "wrong-value": "Dieser Wert passt nicht.",
  "bad-pattern": "Das Muster ist nicht lesbar.",
  "too-deep": "Die Bedingungen sind zu tief verschachtelt. Machen Sie zwei Regeln daraus.",
  "too-long": "So viele Bedingungen kann eine Regel nicht haben. Machen Sie zwei daraus.",
  "no-tags": "Nennen Sie mindestens ein Schlagwort, denn die Regel markiert nur.",
  "never-true": "Das kann nie zutreffen, und die Regel tut nichts.",
  "always-true": "Das trifft auf jeden Kommentar zu.",
  duplicates: "Sie sagt dasselbe wie eine andere Regel",
  "shadowed-by": "Auf all das trifft auch eine andere Regel zu, und die tut mindestens so viel",
};
