import type { Sentences } from "./said.ts";

/** What the server says about rules, back-tests and word lists, and what the facts are that a rule can ask about. */
export const rules: Sentences = {
  "This site has no such rule. It may have been deleted; list the rules to see.":
    "Diese Regel gibt es nicht mehr. Vielleicht wurde sie gelöscht.",
  "Give a text or the id of a comment, and not both.":
    "Geben Sie entweder einen Text oder einen Kommentar an.",
  "A site has at most {#n} rules. Delete one that is off first.":
    "Eine Website hat höchstens {#n} Regeln. Löschen Sie zuerst eine, die aus ist.",
  "{name} saved version {#n} meanwhile. Read it first, then save yours again.":
    "{name} hat inzwischen Fassung {#n} gespeichert. Lesen Sie diese zuerst, und speichern Sie Ihre dann noch einmal.",
  "This is not what version {#n} says. Restore it as it was, or save yours as a change of your own.":
    "Das ist nicht, was Fassung {#n} sagt. Stellen Sie diese wieder her, wie sie war, oder speichern Sie Ihre als eigene Änderung.",
  "This rule rejects, so it goes live only once version {#n} has been back-tested. Run a back-test of it, read what it would have done, then switch it on.":
    "Diese Regel lehnt ab. Darum wird sie erst aktiv, wenn Fassung {#n} einen Probelauf hinter sich hat. Starten Sie ihn, lesen Sie, was sie getan hätte, und schalten Sie sie dann ein.",
  "Examples kept with this rule come out wrong: {#count} of {#n}. Look at them, or confirm that you go on even so.":
    "Beispiele bei dieser Regel stimmen nicht mehr: {#count} von {#n}. Sehen Sie sich diese an, oder bestätigen Sie, dass es trotzdem weitergehen soll.",
  "A rule keeps at most {#n} examples. Remove one first.":
    "Eine Regel behält höchstens {#n} Beispiele. Entfernen Sie zuerst eines.",
  "This rule keeps no such example. Somebody may have removed it already.":
    "Dieses Beispiel gibt es bei der Regel nicht mehr. Vielleicht hat es schon jemand entfernt.",
  "This rule rejects, and its back-test saw too few comments to tell what that means: {#seen}. Back-test version {#n} over a longer time, so that it sees {#least}, or all there are; then switch it on.":
    "Diese Regel lehnt ab, und ihr Probelauf sah zu wenige Kommentare, um zu sagen, was das bedeutet: {#seen}. Lassen Sie Fassung {#n} über eine längere Zeit laufen, sodass sie {#least} sieht oder alle, die es gibt; schalten Sie sie dann ein.",
  "This site wants a second person for rules that reject. Version {#n} was saved by {name}; ask another owner to confirm it, then switch it on.":
    "Auf dieser Website braucht eine Regel, die ablehnt, eine zweite Person. Fassung {#n} ist von {name}; lassen Sie sie von jemand anderem unter den Verantwortlichen bestätigen, und schalten Sie sie dann ein.",
  "You saved this version yourself. It takes another owner to confirm it; ask one.":
    "Diese Fassung ist von Ihnen. Bestätigen muss sie jemand anderes unter den Verantwortlichen; bitten Sie darum.",
  "This rule has no version {#n}. Read it to see which it has.":
    "Diese Regel hat keine Fassung {#n}. Laden Sie die Seite neu.",
  "This back-test has come to its end already. Read it to see how.": "Dieser Probelauf ist schon zu Ende.",
  "It never came to its end.": "Er kam nie zu Ende.",
  "This site has no such back-test. List them to see.": "Diesen Probelauf gibt es nicht mehr.",
  "{#n} back-tests of this site are under way. Wait until one is finished, or stop one.":
    "Auf dieser Website laufen schon {#n} Probeläufe. Warten Sie, bis einer fertig ist, oder halten Sie einen an.",
  "Give a draft, or a rule and its version, and not both.":
    "Geben Sie entweder einen Entwurf oder eine Regel mit ihrer Fassung an.",
  "Say whose version it is.": "Sagen Sie, welche Fassung gemeint ist.",

  "Name at least one tag, since the rule only marks what it matches.":
    "Nennen Sie mindestens ein Schlagwort, denn die Regel markiert nur.",
  "Conditions nest at most {#n} deep.": "Bedingungen lassen sich höchstens {#n} Ebenen tief verschachteln.",
  "A rule has at most {#n} conditions; this one has {#count}. Make two of it.":
    "Eine Regel hat höchstens {#n} Bedingungen; diese hat {#count}. Machen Sie zwei daraus.",
  'Nothing is known as "{fact}". Choose one of the list.':
    "„{fact}“ ist hier nicht bekannt. Wählen Sie etwas aus der Liste.",
  '"{fact}" is compared with {operators}, not with {op}.':
    "„{fact}“ lässt sich mit {operators} vergleichen, nicht mit {op}.",
  "“{word}” is never met. {=form}": "„{word}“ trifft nie zu. {=form}",
  "Give languages as codes in small letters, such as en or de.":
    "Geben Sie Sprachen als Kürzel in Kleinbuchstaben an, etwa en oder de.",
  "Say post or pre.": "Nehmen Sie post oder pre.",
  "Give each domain alone, in small letters and without www: shop.example.com.":
    "Geben Sie jede Domain für sich an, in Kleinbuchstaben und ohne www: shop.example.com.",
  "Give a list.": "Geben Sie eine Liste an.",
  "Give a pattern.": "Geben Sie ein Muster an.",
  "Say true or false.": "Sagen Sie ja oder nein.",
  "Give a word.": "Geben Sie ein Wort an.",
  "Give a number.": "Geben Sie eine Zahl an.",
  "A band is one of {bands}.": "Eine Stufe ist eine von {bands}.",
  "The pattern cannot be read: {=why}.": "Das Muster ist nicht lesbar: {=why}.",
  "its repetitions come to too many steps; repeat less, or say {2,} for “twice or more”":
    "seine Wiederholungen ergeben zu viele Schritte; wiederholen Sie weniger, oder schreiben Sie {2,} für „zweimal oder öfter“",
  "This can never be true, {=so}": "Das kann nie zutreffen; {=so}",
  "This exempts every comment, {=so}": "Das nimmt jeden Kommentar aus; {=so}",
  "so the rule acts only where something it asks about is unknown.":
    "die Regel tut also nur dort etwas, wo nicht bekannt ist, wonach sie fragt.",
  "so the rule does nothing.": "die Regel tut also nichts.",
  "This is true of every comment.": "Das trifft auf jeden Kommentar zu.",
  "This is true of every comment of which it is known what it asks.":
    "Das trifft auf jeden Kommentar zu, von dem bekannt ist, wonach sie fragt.",
  "It says the same as “{name}”.": "Sie sagt dasselbe wie „{name}“.",
  "Whatever it matches, “{name}” matches as well, and does at least as much.":
    "Auf all das trifft auch „{name}“ zu, und die tut mindestens so viel.",
  "“{name}” is a list of allowed words, which exempt from other lists by themselves. Choose a banned or a suspect one.":
    "„{name}“ ist eine Liste erlaubter Wörter, die von selbst von anderen Listen ausnehmen. Wählen Sie eine mit verbotenen oder verdächtigen.",
  "This site has no such word list; it may have been deleted. Choose another.":
    "Diese Wortliste gibt es nicht mehr. Wählen Sie eine andere.",

  "This site has no such word list. It may have been deleted; list them to see.":
    "Diese Wortliste gibt es nicht mehr. Vielleicht wurde sie gelöscht.",
  "This list has no version {#n}. Read it to see which it has.":
    "Diese Liste hat keine Fassung {#n}. Laden Sie die Seite neu.",
  "A site has at most {#n} word lists. Delete one first, or add to one.":
    "Eine Website hat höchstens {#n} Wortlisten. Löschen Sie zuerst eine, oder ergänzen Sie eine.",
  "{rules} would have no list to ask. Change or delete that first.":
    "{rules} hätte dann keine Liste mehr. Ändern oder löschen Sie das zuerst.",
  "There is a list “{name}” already. Give this one another name, or add to that one.":
    "Eine Liste „{name}“ gibt es schon. Geben Sie dieser einen anderen Namen, oder ergänzen Sie jene.",
  "A site's lists have at most {#n} entries together; these would be {#all}.":
    "Die Listen einer Website haben zusammen höchstens {#n} Einträge; das wären {#all}.",
  "{=wrong} Nothing was saved.": "{=wrong} Nichts wurde gespeichert.",
  "{=wrong} {#n} more lines are wrong. Nothing was saved.":
    "{=wrong} {#n} weitere Zeilen stimmen nicht. Nichts wurde gespeichert.",
  "Line {#n}: {=fault}": "Zeile {#n}: {=fault}",
  "this is no CSV. Look for a quotation mark that is not closed, or give the file as text.":
    "Das ist kein CSV. Suchen Sie nach einem Anführungszeichen, das nicht geschlossen ist, oder geben Sie die Datei als Text.",
  "a list has at most {#n} entries. Make two lists of it.":
    "Eine Liste hat höchstens {#n} Einträge. Machen Sie zwei daraus.",
  "an entry has at most {#n} characters. Are there several in this line?":
    "Ein Eintrag hat höchstens {#n} Zeichen. Stehen mehrere in dieser Zeile?",
  "there are signs that cannot be seen or read. Type it anew, or save the file as UTF-8.":
    "Darin sind Zeichen, die man nicht sehen oder lesen kann. Tippen Sie den Eintrag neu, oder speichern Sie die Datei als UTF-8.",
  "there is no word in it.": "Darin ist kein Wort.",
  "a phrase has at most {#n} words; this one has {#count}.":
    "Eine Wendung hat höchstens {#n} Wörter; diese hat {#count}.",
  "this says the same as line {#n}, which is kept.": "Das sagt dasselbe wie Zeile {#n}, die bleibt.",
  "the list has this already, as “{entry}”.": "Die Liste hat das schon, als „{entry}“.",
  "at most {#n} entries begin with the same word. List the words that tell.":
    "Höchstens {#n} Einträge beginnen mit demselben Wort. Nehmen Sie die Wörter auf, auf die es ankommt.",
  "there is a comma or the like. One entry a line; this is read as one phrase.":
    "Darin ist ein Komma oder dergleichen. Jede Zeile ist ein Eintrag; das wird als eine Wendung gelesen.",
  "the asterisk stands for hidden letters here, since fewer than three are left.":
    "Das Sternchen steht hier für verdeckte Buchstaben, weil weniger als drei übrig sind.",
  "this is very short and may catch much that is harmless.":
    "Das ist sehr kurz und trifft vielleicht viel Harmloses.",

  "How likely people would call it {=what}, by the first scorer that says. A band (medium, high, very-high) or a number from 0 to 1.":
    "Wie wahrscheinlich Menschen ihn {=what} nennen würden, laut dem ersten Bewerter, der antwortet. Eine Stufe oder eine Zahl von 0 bis 1.",
  toxicity: "toxisch",
  "severe toxicity": "schwer toxisch",
  insult: "eine Beleidigung",
  profanity: "unflätig",
  threat: "eine Drohung",
  "identity attack": "einen Angriff auf Identität",
  "No scorer could answer.": "Kein Bewerter konnte antworten.",
  "What the comment says: words and phrases it uses, or a pattern it matches.":
    "Was im Kommentar steht: Wörter und Wendungen, die er verwendet, oder ein Muster, dem er entspricht.",
  "Which of the site's word lists it uses an entry of, disguised ones too; what the site's allowed words cover is left out.":
    "Aus welchen Wortlisten der Website er etwas verwendet, auch verkleidet; was erlaubte Wörter abdecken, zählt nicht.",
  "How many of the site's banned words it uses, disguised ones too.":
    "Wie viele der verbotenen Wörter der Website er verwendet, auch verkleidete.",
  "How many links it has, bare domains included.": "Wie viele Links er hat, bloße Domains eingeschlossen.",
  "The domains it links to, without www.": "Die Domains, auf die er verweist, ohne www.",
  "How long it is.": "Wie lang er ist.",
  "The share of capitals among its letters; 0 where it has fewer than ten letters.":
    "Der Anteil der Großbuchstaben an seinen Buchstaben; 0 bei weniger als zehn Buchstaben.",
  "How many emoji it has.": "Wie viele Emojis er hat.",
  "The language it is in, as a two-letter code; unknown where nobody could tell.":
    "Seine Sprache als Kürzel mit zwei Buchstaben; unbekannt, wenn sie nicht zu erkennen war.",
  "How deep it stands in its thread; 0 is no reply.":
    "Wie tief er in der Diskussion steht; 0 ist keine Antwort.",
  "1 as it was posted, one more with each edit of its author.":
    "1, wie er geschrieben wurde; mit jeder Überarbeitung eins mehr.",
  "The section of its article; unknown where the site names none.":
    "Das Ressort seines Artikels; unbekannt, wenn die Website keines nennt.",
  "How long ago the first comment under its article was posted or the article was made known.":
    "Wie lange es her ist, dass der erste Kommentar zum Artikel geschrieben oder der Artikel bekannt gemacht wurde.",
  "How its article is moderated: post or pre.":
    "Wie sein Artikel moderiert wird: im Voraus oder im Nachhinein.",
  "How long ago its reader first wrote here.":
    "Wie lange es her ist, dass die Person hier zum ersten Mal schrieb.",
  "How many other comments of its reader are approved.":
    "Wie viele andere Kommentare der Person freigegeben sind.",
  "How many other comments of its reader wait for a moderator.":
    "Wie viele andere Kommentare der Person auf die Moderation warten.",
  "How many other comments of its reader were rejected.":
    "Wie viele andere Kommentare der Person abgelehnt wurden.",
  "In which hour of the day it was posted, from 0 to 23, in UTC.":
    "In welcher Stunde des Tages er geschrieben wurde, von 0 bis 23, in UTC.",
  "How many comments of its reader say the same or nearly, of the 24 hours before it; 0 where it is shorter than about 40 characters.":
    "Wie viele Kommentare dieser Person aus den 24 Stunden davor dasselbe oder fast dasselbe sagen; 0, wenn er kürzer als etwa 40 Zeichen ist.",
  "How many other readers said the same or nearly in the 24 hours before it, counted to twenty; 0 where it is shorter than about 40 characters.":
    "Wie viele andere Personen in den 24 Stunden davor dasselbe oder fast dasselbe schrieben, gezählt bis zwanzig; 0, wenn er kürzer als etwa 40 Zeichen ist.",
  "How many other comments its reader posted in the hour before it.":
    "Wie viele weitere Kommentare diese Person in der Stunde davor schrieb.",
  "The share of its reader's decided comments that were rejected; unknown while fewer than five are decided.":
    "Der Anteil der abgelehnten unter den entschiedenen Kommentaren der Person; unbekannt, solange weniger als fünf entschieden sind.",
  "A moderator trusts its reader, and nothing speaks against it.":
    "Die Moderation vertraut der Person, und nichts spricht dagegen.",
  "Its reader is muted, suspended or banned.": "Die Person ist stummgeschaltet oder gesperrt, auch auf Zeit.",
  "A moderator had put it on hold before it was edited.":
    "Die Moderation hatte ihn gehalten, bevor er überarbeitet wurde.",
};
