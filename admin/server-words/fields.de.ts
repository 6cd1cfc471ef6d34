import type { Sentences } from "./said.ts";

/** What the server says about what was typed into a field. */
export const fields: Sentences = {
  "Name the program that will use it.": "Nennen Sie das Programm, das ihn benutzen wird.",
  "Name the section.": "Nennen Sie das Ressort.",
  "Give a name.": "Geben Sie einen Namen an.",
  "Give it a name.": "Geben Sie einen Namen an.",
  "Give an e-mail address.": "Geben Sie eine E-Mail-Adresse an.",
  "Write something first.": "Schreiben Sie zuerst etwas.",
  "Say what it is about.": "Sagen Sie, worum es geht.",
  "Give rules, system, moderator/<id> or reader/<id>.": "Wählen Sie jemanden aus der Liste.",
  "A comment is named twice. Name each once.": "Ein Kommentar ist doppelt ausgewählt.",
  "Say which queue, which reader, or what to search for.":
    "Wählen Sie eine Warteschlange oder eine Person, oder suchen Sie nach etwas.",
  "Scores, rules, articles and waiting times narrow a queue. Say which.":
    "Bewertungen, Regeln, Artikel und Wartezeiten schränken eine Warteschlange ein. Wählen Sie eine.",
  "Use small letters, digits and hyphens, at most 63.":
    "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63.",
  "Use small letters, digits and hyphens, at most 30.":
    "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 30.",
  "Give scheme, host and port only, like https://news.example, or * for any.":
    "Geben Sie nur den Anfang der Adresse an, etwa https://news.example, oder * für alle.",
  "Give a full http or https address.": "Geben Sie eine ganze Adresse an, mit http oder https.",
  "A key has no spaces.": "Ein Schlüssel enthält keine Leerzeichen.",
  "Give a language as two small letters, such as en or de.":
    "Geben Sie eine Sprache als zwei Kleinbuchstaben an, etwa en oder de.",
  "Send a JSON object, with content-type: application/json.": "Die Anfrage ist kein JSON.",
};

/** What zod says of itself where a field has no words of its own. */
export const zodOwn: Sentences = {
  "Too small: expected string to have >={#n} characters": "Das ist zu kurz: mindestens {#n} Zeichen.",
  "Too big: expected string to have <={#n} characters": "Das ist zu lang: höchstens {#n} Zeichen.",
  "Too small: expected number to be >={#n}": "Diese Zahl ist zu klein: mindestens {#n}.",
  "Too big: expected number to be <={#n}": "Diese Zahl ist zu groß: höchstens {#n}.",
  "Too small: expected array to have >={#n} items": "Das sind zu wenige: mindestens {#n}.",
  "Too big: expected array to have <={#n} items": "Das sind zu viele: höchstens {#n}.",
  "Invalid input: expected {type}, received {other}": "Eine Angabe fehlt oder hat die falsche Form.",
};
