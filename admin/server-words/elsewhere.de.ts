import type { Sentences } from "./said.ts";

/** What the server says about scorers, webhooks and the addresses they are at. */
export const elsewhere: Sentences = {
  'The scorer "{name}"': "Der Bewerter „{name}“",
  "{=label} broke off within its answer.": "{=label} brach mitten in der Antwort ab.",
  "{=label} did not answer in time.": "{=label} hat nicht rechtzeitig geantwortet.",
  "{=label}'s answer could not be read.": "{=label} gab eine Antwort, die nicht lesbar ist.",
  "{=label}'s quota is used up for the moment.":
    "{=label} nimmt gerade nichts mehr an: Das Kontingent ist aufgebraucht.",
  "{=label} refused the key. Check it, and enter it anew.":
    "{=label} hat den Schlüssel abgelehnt. Prüfen Sie ihn, und geben Sie ihn neu ein.",
  "{=label} has trouble of its own ({status}).": "{=label} hat selbst eine Störung ({status}).",
  "{=label} sends elsewhere ({status}), and a key is not carried there.":
    "{=label} leitet weiter ({status}), und ein Schlüssel wird nicht dorthin mitgenommen.",
  "{=label} refused this text ({status}).": "{=label} hat diesen Text abgelehnt ({status}).",
  "{=label} refused the request ({status}).": "{=label} hat die Anfrage abgelehnt ({status}).",
  "{=label} could not be reached. {=why}": "{=label} war nicht zu erreichen. {=why}",
  "{=label} could not be asked.": "{=label} ließ sich nicht fragen.",
  "{=label} answered without any score.": "{=label} hat geantwortet, aber ohne Bewertung.",
  "{=label} does not score this language.": "{=label} bewertet diese Sprache nicht.",
  "{=label} was not asked: its limit of {#n} a second is used up.":
    "{=label} wurde nicht gefragt: Die Grenze von {#n} in der Sekunde ist erreicht.",
  "{=label} failed several times in a row and is left alone for half a minute. {=last}":
    "{=label} hat mehrmals nacheinander nicht geantwortet und wird eine halbe Minute lang nicht gefragt. {=last}",
  "There is no text to score.": "Es gibt keinen Text zu bewerten.",
  "It failed; the log has the reason.": "Er ist gescheitert; im Protokoll des Servers steht, warum.",
  "Its key was locked with another secret of this installation. Enter the key again, or start with the former REPLYDESK_SECRET.":
    "Sein Schlüssel ist mit einem anderen Geheimnis dieser Installation verschlossen. Geben Sie den Schlüssel neu ein, oder lassen Sie mit dem früheren REPLYDESK_SECRET starten.",
  "It has no address. Enter one.": "Er hat keine Adresse. Geben Sie eine ein.",
  "An address of one's own needs a key of one's own. Enter the key.":
    "Eine eigene Adresse braucht einen eigenen Schlüssel. Geben Sie ihn ein.",
  "It is not installed here.": "Er ist hier nicht installiert.",
  "It has no key. Enter one.": "Er hat keinen Schlüssel. Geben Sie einen ein.",
  'The scorer "{name}" needs the address that comments are posted to.':
    "Der Bewerter „{name}“ braucht die Adresse, an die Kommentare gesendet werden.",
  'A scorer of this kind is called "{kind}".': "Ein Bewerter dieser Art heißt „{kind}“.",
  '"{name}" is another scorer\'s name. Choose one of your own.':
    "„{name}“ heißt schon ein anderer Bewerter. Wählen Sie einen eigenen Namen.",
  'The scorer "{name}" has no address.': "Der Bewerter „{name}“ hat keine Adresse.",
  'The key of "{name}" was entered for another address. Enter the key for the new one too, or take it out.':
    "Der Schlüssel von „{name}“ wurde für eine andere Adresse eingegeben. Geben Sie ihn auch für die neue ein, oder entfernen Sie ihn.",
  'To sign what is sent to "{name}", enter a key to sign with.':
    "Um zu unterschreiben, was an „{name}“ geht, geben Sie einen Schlüssel dafür ein.",
  "Two scorers have one name.": "Zwei Bewerter haben denselben Namen.",
  'This site has no scorer "{name}". Save it first, then let it score.':
    "Diese Website hat keinen Bewerter „{name}“. Speichern Sie ihn zuerst, und lassen Sie ihn dann bewerten.",

  "A site has {#n} webhooks at most. Delete one first, or let one address take more events.":
    "Eine Website hat höchstens {#n} Webhooks. Löschen Sie zuerst einen, oder lassen Sie eine Adresse mehr Ereignisse annehmen.",
  "This site has no such webhook. It may have been deleted; list the webhooks to see.":
    "Diesen Webhook gibt es nicht mehr. Vielleicht wurde er gelöscht.",
  "This webhook is switched off. Switch it on, then send the delivery again.":
    "Dieser Webhook ist aus. Schalten Sie ihn ein, und senden Sie die Zustellung dann noch einmal.",
  "This webhook has no such delivery.": "Diese Zustellung gibt es nicht.",
  "The webhook was deleted.": "Der Webhook wurde gelöscht.",
  "The webhook was switched off.": "Der Webhook wurde ausgeschaltet.",
  "It answered 410 Gone, so the webhook was switched off.":
    "Die Antwort war 410 (gibt es nicht mehr); der Webhook wurde darum ausgeschaltet.",
  "It answered {status}, a redirect, and those are not followed. Give the final address.":
    "Die Antwort war {status}, eine Weiterleitung, und diesen wird nicht gefolgt. Geben Sie die endgültige Adresse an.",
  "It answered {status}.": "Die Antwort war {status}.",

  "The address carries a user name or password, which would end up in logs. Take them out; {=instead}":
    "In der Adresse steht ein Benutzername oder Passwort, das in Protokollen landen würde. Nehmen Sie es heraus; {=instead}",
  "every delivery is signed.": "jede Zustellung ist unterschrieben.",
  "enter a key instead.": "geben Sie stattdessen einen Schlüssel ein.",
  "{host} is a private address, and {=what} go to public ones only. Use a public address, or let the operator start Replydesk with {variable}=1.":
    "{host} ist eine private Adresse, und {=what} gehen nur an öffentliche. Nehmen Sie eine öffentliche, oder lassen Sie Replydesk mit {variable}=1 starten.",
  webhooks: "Webhooks",
  "comments to be scored": "zu bewertende Kommentare",
  "The address is private, so nothing was sent. Use a public address, or let the operator allow private ones.":
    "Die Adresse ist privat, darum wurde nichts gesendet. Nehmen Sie eine öffentliche, oder lassen Sie private erlauben.",
  "The host name does not exist.": "Den Namen des Rechners gibt es nicht.",
  "The host name could not be looked up just now.":
    "Der Name des Rechners ließ sich gerade nicht nachschlagen.",
  "Nobody listens at this address: the connection was refused.":
    "Unter dieser Adresse hört niemand zu: Die Verbindung wurde abgelehnt.",
  "The connection was cut before an answer came.": "Die Verbindung brach ab, bevor eine Antwort kam.",
  "No connection could be made in time.": "Die Verbindung kam nicht rechtzeitig zustande.",
  "The host cannot be reached from here.": "Der Rechner ist von hier aus nicht erreichbar.",
  "The host's network cannot be reached from here.":
    "Das Netz des Rechners ist von hier aus nicht erreichbar.",
  "The answer's headers were too large.": "Der Kopf der Antwort war zu groß.",
  "No answer came within {#n} seconds.": "Innerhalb von {#n} Sekunden kam keine Antwort.",
  "The address is not a URL.": "Das ist keine Adresse.",
  "Only http and https addresses can be called.": "Aufrufen lassen sich nur Adressen mit http oder https.",
  "The address carries a user name or password. Take them out.":
    "In der Adresse steht ein Benutzername oder Passwort. Nehmen Sie es heraus.",
  "No secure connection could be made ({code}). Check the certificate.":
    "Eine sichere Verbindung kam nicht zustande ({code}). Prüfen Sie das Zertifikat.",
  "What answered does not speak HTTP.": "Was geantwortet hat, spricht kein HTTP.",
  "The request failed ({code}).": "Die Anfrage ist gescheitert ({code}).",
  "The request failed.": "Die Anfrage ist gescheitert.",
};
