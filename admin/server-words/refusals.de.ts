import type { Sentences } from "./said.ts";

/** Why the server did not do something. */
export const refusals: Sentences = {
  "The address of this request is not well formed.": "Die Adresse dieser Anfrage ist nicht richtig gebildet.",
  "The request is not well formed.": "Die Anfrage ist nicht richtig gebildet.",
  "Some text holds characters that cannot be stored. Remove control characters.":
    "Ein Text enthält Zeichen, die sich nicht speichern lassen. Entfernen Sie Steuerzeichen.",
  "A number or a moment is larger or smaller than can be stored. Send one within reach.":
    "Eine Zahl oder ein Zeitpunkt ist größer oder kleiner, als sich speichern lässt. Nehmen Sie einen anderen Wert.",
  "The database does not answer at the moment. Nothing was changed; try again shortly.":
    "Die Datenbank antwortet gerade nicht. Nichts wurde geändert; versuchen Sie es gleich noch einmal.",
  "Something went wrong on our side. It has been noted; try again, and tell the operator if it stays.":
    "Auf dem Server ging etwas schief. Es ist vermerkt. Versuchen Sie es noch einmal, und sagen Sie der Technik Bescheid, wenn es so bleibt.",
  "The body is not JSON. Send application/json.": "Die Anfrage ist kein JSON.",
  "Send the body uncompressed or as gzip, deflate or br.": "Die Anfrage ist auf unbekannte Art gepackt.",
  "Send the body as UTF-8.": "Die Anfrage ist kein UTF-8.",
  "The body is not as long as Content-Length says.":
    "Die Anfrage kam nicht ganz an. Versuchen Sie es noch einmal.",
  "The body is larger than what is taken here.":
    "Das ist mehr, als hier angenommen wird. Kürzen Sie es, und versuchen Sie es noch einmal.",
  "The request ended before its body did.": "Die Anfrage kam nicht ganz an. Versuchen Sie es noch einmal.",
  "The body is nested too deep.": "Das ist zu tief verschachtelt.",
  "There is nothing at {method} {path}. The API is described at /docs.":
    "Unter {method} {path} gibt es nichts. Laden Sie die Seite neu.",
  "Sign in first: this is for moderators.": "Melden Sie sich zuerst an.",
  "Sign in first.": "Melden Sie sich zuerst an.",
  "Only an owner may do this.": "Das darf nur, wer die Website verwaltet.",
  "Only owners see the jobs.": "Die Aufgaben sieht nur, wer die Website verwaltet.",
  "This was asked for by a page of another site. Open the desk itself and try again.":
    "Das verlangte eine Seite mit einer anderen Adresse. Öffnen Sie den Arbeitsplatz selbst, und versuchen Sie es noch einmal.",
  "The desk has not been built. Run: npm run build":
    "Der Arbeitsplatz ist nicht gebaut. Die Technik führt dazu aus: npm run build",

  "There is no such comment.": "Diesen Kommentar gibt es nicht.",
  "This site has no such comment.": "Auf dieser Website gibt es diesen Kommentar nicht.",
  "There is no such decision.": "Diese Entscheidung gibt es nicht.",
  "There is no such appeal.": "Diesen Einspruch gibt es nicht.",
  "There is no such batch.": "Diese gemeinsame Entscheidung gibt es nicht.",
  "There is no such escalation.": "Diese Frage an die Verantwortlichen gibt es nicht.",
  "There is no such note.": "Diese Notiz gibt es nicht mehr.",
  "There is no such reader.": "Diese Person gibt es nicht.",
  "There is no such sanction.": "Diese Maßnahme gibt es nicht.",
  "There is no such view of yours.": "Diese Ansicht von Ihnen gibt es nicht mehr.",
  "There is no such article on this site.": "Auf dieser Website gibt es diesen Artikel nicht.",
  "There is no site here yet. Make one first.": "Hier gibt es noch keine Website. Legen Sie zuerst eine an.",
  'There is no site "{slug}" here.': "Hier gibt es keine Website „{slug}“.",
  'There is no site "{slug}" here. Check the name.':
    "Hier gibt es keine Website „{slug}“. Prüfen Sie den Namen.",
  'There is no site "{slug}" here. Check the name in the address or in data-site.':
    "Hier gibt es keine Website „{slug}“. Prüfen Sie den Namen in der Adresse.",
  'A site called "{slug}" exists already. Choose another short name.':
    "Eine Website namens „{slug}“ gibt es schon. Wählen Sie einen anderen kurzen Namen.",

  "{name} is on this comment. Leave it to them, or take it over.":
    "{name} ist an diesem Kommentar. Überlassen Sie ihn, oder übernehmen Sie ihn.",
  "You are on {#n} comments already. Decide one of them or let go of it first.":
    "Sie sind schon an {#n} Kommentaren. Entscheiden Sie zuerst einen davon, oder geben Sie ihn frei.",
  "Its author has withdrawn this comment.":
    "Der Kommentar wurde von der Person zurückgezogen, die ihn geschrieben hat.",
  "Only a rejection can take the reader's other comments along.":
    "Nur eine Ablehnung kann die anderen Kommentare der Person mitnehmen.",
  "This comment waits for an owner. They decide it or send it back.":
    "Dieser Kommentar wartet auf die Verantwortlichen. Sie entscheiden ihn oder geben ihn zurück.",
  "Its author contests that it was not published. Give your own judgement among the appeals first, and decide it there.":
    "Gegen die Ablehnung gibt es einen Einspruch. Urteilen Sie zuerst bei den Einsprüchen selbst, und entscheiden Sie dort.",
  "{=who} decided this comment meanwhile; it is {=status} now. Look again before you decide.":
    "{=who} war schneller: Der Kommentar ist jetzt {=status}. Sehen Sie noch einmal hin, bevor Sie entscheiden.",
  "{=who} changed this comment meanwhile; it is {=status} now. Look again before you decide.":
    "Der Kommentar wurde inzwischen von der Person geändert, die ihn geschrieben hat; er ist jetzt {=status}. Sehen Sie noch einmal hin, bevor Sie entscheiden.",
  "This comment is {=status} and has changed since you saw it. Look again before you decide.":
    "Dieser Kommentar ist {=status} und hat sich geändert, seit Sie ihn gesehen haben. Sehen Sie noch einmal hin, bevor Sie entscheiden.",
  "This comment has changed since you saw it. Look again before you decide.":
    "Dieser Kommentar hat sich geändert, seit Sie ihn gesehen haben. Sehen Sie noch einmal hin, bevor Sie entscheiden.",
  "This comment has changed since you saw it. Look again first.":
    "Dieser Kommentar hat sich geändert, seit Sie ihn gesehen haben. Sehen Sie zuerst noch einmal hin.",
  pending: "noch nicht geprüft",
  held: "gehalten",
  approved: "freigegeben",
  rejected: "abgelehnt",
  withdrawn: "zurückgezogen",
  "The site's rules": "Die Regeln der Website",
  "The author": "Die Person, die ihn geschrieben hat,",
  "A moderator": "Jemand aus dem Team",
  "You decided this more than {#n} seconds ago. Say why you take it back.":
    "Sie haben das vor mehr als {#n} Sekunden entschieden. Sagen Sie, warum Sie es zurücknehmen.",
  "{=who} decided this. Say why you take it back.":
    "Das hat {=who} entschieden. Sagen Sie, warum Sie es zurücknehmen.",
  "Only what a rule or a moderator decided can be undone. Decide the comment again instead.":
    "Zurücknehmen lässt sich nur, was eine Regel oder die Moderation entschieden hat. Entscheiden Sie den Kommentar stattdessen neu.",

  "This comment waits for an owner already.": "Dieser Kommentar wartet schon auf die Verantwortlichen.",
  "Only what is held or public can be handed to an owner.":
    "An die Verantwortlichen geht nur, was gehalten oder öffentlich ist.",
  "Only who escalated this comment can take it back.":
    "Zurücknehmen kann das nur, wer den Kommentar an die Verantwortlichen gegeben hat.",
  "An owner has decided this comment meanwhile.":
    "Über diesen Kommentar haben die Verantwortlichen inzwischen entschieden.",
  "An owner has sent this comment back meanwhile.":
    "Die Verantwortlichen haben diesen Kommentar inzwischen zurückgegeben.",
  "It was taken back meanwhile.": "Das wurde inzwischen zurückgenommen.",
  "It has been escalated anew meanwhile.": "Er wurde inzwischen erneut an die Verantwortlichen gegeben.",

  "This appeal has been decided meanwhile.": "Über diesen Einspruch ist inzwischen entschieden.",
  "Give your first judgement before you decide the appeal.":
    "Sagen Sie zuerst, was Sie tun würden; danach entscheiden Sie über den Einspruch.",
  "You have given your first judgement; the decision is shown.":
    "Sie haben schon gesagt, was Sie tun würden; die Entscheidung wird jetzt gezeigt.",
  "You decided this comment; its appeal is for another moderator.":
    "Sie haben über diesen Kommentar entschieden; über den Einspruch entscheidet jemand anderes.",
  "This comment has moved on, or is no part of the sample. Take the next one.":
    "Dieser Kommentar ist nicht mehr in der Stichprobe. Nehmen Sie den nächsten.",

  "Only a rejection can do something about those who wrote the comments.":
    "Nur mit einer Ablehnung lässt sich etwas wegen der Personen unternehmen, die die Kommentare geschrieben haben.",
  "This rule has no version {n}.": "Diese Regel hat keine Version {n}.",
  "The period ends before it begins. Choose a later end.":
    "Der Zeitraum endet, bevor er beginnt. Wählen Sie ein späteres Ende.",
  "One undo takes back {#n} decisions at most. Choose a shorter period, then the next.":
    "Auf einmal werden höchstens {#n} Entscheidungen zurückgenommen. Wählen Sie einen kürzeren Zeitraum, dann den nächsten.",
  "There are {#n} comments now and you saw {#seen}. Look again before you take them back.":
    "Jetzt sind es {#n} Kommentare, gesehen haben Sie {#seen}. Sehen Sie noch einmal hin, bevor Sie sie zurücknehmen.",
  "A batch takes {#n} comments at most. Narrow the filter.":
    "Auf einmal lassen sich höchstens {#n} Kommentare entscheiden. Schränken Sie die Auswahl ein.",
  "There are {#n} comments now and you saw {#seen}. Look again before you decide them.":
    "Es sind jetzt {#n} Kommentare, gesehen haben Sie {#seen}. Sehen Sie noch einmal hin, bevor Sie entscheiden.",
  "This batch took another back already. Decide the comments again instead.":
    "Damit wurde schon etwas zurückgenommen. Entscheiden Sie die Kommentare stattdessen neu.",
  "{name} took these back already. Decide the comments again instead.":
    "{name} hat das schon zurückgenommen. Entscheiden Sie die Kommentare stattdessen neu.",
  "You decided these more than {#n} seconds ago. Say why you take it back.":
    "Sie haben das vor mehr als {#n} Sekunden entschieden. Sagen Sie, warum Sie es zurücknehmen.",
  "{name} decided these. Say why you take it back.":
    "Das hat {name} entschieden. Sagen Sie, warum Sie es zurücknehmen.",

  "Only a public comment can be featured. Approve it first.":
    "Hervorheben lässt sich nur, was öffentlich ist. Geben Sie den Kommentar zuerst frei.",
  "{#n} comments are featured under this article already. Take one of them down first.":
    "Unter diesem Artikel sind schon {#n} Kommentare hervorgehoben. Nehmen Sie zuerst einen davon herunter.",

  "What you may see has changed meanwhile. Ask for the file again.":
    "Was Sie sehen dürfen, hat sich inzwischen geändert. Fordern Sie die Datei noch einmal an.",
  "Nobody of that name may see this article. Give them its site or section first.":
    "Niemand dieses Namens darf diesen Artikel sehen. Geben Sie der Person zuerst seine Website oder sein Ressort.",
  "{#n} people look after this article already. Take one of them off first.":
    "Um diesen Artikel kümmern sich schon {#n} Personen. Nehmen Sie zuerst eine davon weg.",
  "You can assign articles to yourself. Ask an owner to assign others.":
    "Sie können Artikel sich selbst zuweisen. Anderen weist sie zu, wer die Website verwaltet.",

  "Only an owner may ban by network or e-mail on {site}.":
    "Nach Netz oder E-Mail sperren darf auf {site} nur, wer die Website verwaltet.",
  "Say in `words` what the reader is told.": "Schreiben Sie, was der Person gesagt wird.",
  "A suspension needs an end: give `until`.":
    "Wer auf Zeit gesperrt wird, muss wissen, bis wann. Wählen Sie ein Ende.",
  "A warning has no end: leave `until` out.": "Eine Verwarnung hat kein Ende.",
  "Only a ban can stop newcomers as well.": "Nur eine Sperre kann auch Neue aufhalten.",
  "It would have ended already: give an `until` that is yet to come.":
    "Das wäre schon vorbei. Wählen Sie ein Ende in der Zukunft.",
  "It may last ten years at most. Leave `until` out for one without end.":
    "Das darf höchstens zehn Jahre dauern. Wählen Sie sonst „bis zur Aufhebung“.",
  "It is over already, so there is nothing to lift.": "Das ist schon vorbei; es gibt nichts aufzuheben.",
  "{name} wrote this note. Only they can change it.":
    "Diese Notiz hat {name} geschrieben. Nur {name} kann sie ändern.",

  "You have {#n} saved views. Delete one of them first.":
    "Sie haben {#n} gespeicherte Ansichten. Löschen Sie zuerst eine davon.",
  "Choose a site to share a view with those who moderate it.":
    "Wählen Sie eine Website, um die Ansicht mit allen zu teilen, die sie moderieren.",
  "Others are exporting at the moment. Try again in a minute.":
    "Gerade wird anderswo exportiert. Versuchen Sie es in einer Minute noch einmal.",
  "There is no such time zone.": "Diese Zeitzone gibt es nicht.",
  "These figures took too long to count. Choose a shorter period, or try again in a minute.":
    "Diese Zahlen zu ermitteln hat zu lange gedauert. Wählen Sie einen kürzeren Zeitraum oder versuchen Sie es in einer Minute noch einmal.",
  "This search would look at too many comments. Narrow it: name an article, a reader or a shorter time, or a rarer word.":
    "Diese Suche müsste zu viele Kommentare ansehen. Grenzen Sie sie ein: mit einem Artikel, einer Person, einer kürzeren Zeit oder einem selteneren Wort.",
  "Only words have a relevance. Name some, or sort by `newest`.":
    "Nach Relevanz sortieren lässt sich nur, was Wörter sucht. Nennen Sie welche, oder sortieren Sie nach den neuesten.",
  "Only an owner may search by network on {site}.":
    "Nach dem Netz suchen darf auf {site} nur, wer die Website verwaltet.",
  "Name at least one word that the comments should have.":
    "Nennen Sie mindestens ein Wort, das die Kommentare enthalten sollen.",
};
