import type { Sentences } from "./said.ts";

/** What the server says about signing in, accounts, people and keys. */
export const people: Sentences = {
  "That e-mail and password do not belong together. Check both and try again.":
    "E-Mail-Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides, und versuchen Sie es noch einmal.",
  "Give the code that your authenticator app shows now, as well.":
    "Geben Sie auch den Code ein, den Ihre Authenticator-App gerade zeigt.",
  "That code is wrong, too old, or was used already. Wait for the app's next code and try again.":
    "Dieser Code ist falsch, zu alt oder schon benutzt. Warten Sie auf den nächsten, und versuchen Sie es noch einmal.",
  "Too many wrong {=what}. Wait a quarter of an hour, then try again.":
    "Zu viele falsche {=what}. Warten Sie eine Viertelstunde, und versuchen Sie es dann noch einmal.",
  tries: "Versuche",
  codes: "Codes",
  "That is not your present password. Check it and try again.":
    "Das ist nicht Ihr jetziges Passwort. Prüfen Sie es, und versuchen Sie es noch einmal.",
  "This password is among the first that anybody tries. Choose a few words that have nothing to do with each other.":
    "Dieses Passwort gehört zu den ersten, die jemand ausprobiert. Wählen Sie ein paar Wörter, die nichts miteinander zu tun haben.",
  "Choose a password of at least ten characters.": "Wählen Sie ein Passwort mit mindestens zehn Zeichen.",
  "Choose a password of at most 200 characters.": "Wählen Sie ein Passwort mit höchstens 200 Zeichen.",
  "There is no such session any more. It may have ended by itself.":
    "Diese Anmeldung gibt es nicht mehr. Vielleicht ist sie von selbst abgelaufen.",
  "Two-step sign-in is on already. Switch it off first to begin anew.":
    "Die zweistufige Anmeldung ist schon an. Schalten Sie sie erst aus, um neu zu beginnen.",
  "That code is not the one of now. Check that the phone's clock is right, and give the code it shows next.":
    "Dieser Code gilt gerade nicht. Prüfen Sie, ob die Uhr des Telefons richtig geht, und geben Sie den nächsten Code ein.",
  "Nothing waits for a code. Begin again, and scan the picture that is shown then.":
    "Es wartet nichts auf einen Code. Beginnen Sie neu, und scannen Sie das Bild, das dann gezeigt wird.",
  "There is nobody with this id.": "Diese Person gibt es hier nicht.",
  "There is nobody with this id. They may be on another page.": "Diese Person gibt es hier nicht.",
  "Switch your own off on your account's page: it asks for your password.":
    "Ihre eigene schalten Sie auf der Seite Ihres Kontos aus: Dort wird nach Ihrem Passwort gefragt.",
  "Change your own on your account's page: it asks for the present one.":
    "Ihr eigenes ändern Sie auf der Seite Ihres Kontos: Dort wird nach dem jetzigen gefragt.",
  "{name} was deactivated. Let them in again first.":
    "{name} ist gesperrt. Lassen Sie {name} zuerst wieder zu.",
  "This is the only owner, and somebody must be. Make somebody else an owner first.":
    "Niemand sonst verwaltet die Websites, und jemand muss es tun. Geben Sie diese Aufgabe zuerst jemand anderem.",
  "Somebody with this e-mail address is here already. Sign in instead.":
    "Mit dieser E-Mail-Adresse ist schon jemand hier. Melden Sie sich stattdessen an.",
  "Somebody with this e-mail address is here already. Look among the people; one who was deactivated can be let in again.":
    "Mit dieser E-Mail-Adresse ist schon jemand hier. Sehen Sie im Team nach; wer gesperrt ist, lässt sich wieder zulassen.",
  "This invitation does not open any more: it was accepted, taken back, or is older than seven days. Ask for a new one.":
    "Diese Einladung öffnet sich nicht mehr: Sie wurde angenommen, zurückgenommen oder ist älter als sieben Tage. Bitten Sie um eine neue.",
  "There is no such invitation any more. It may have been accepted.":
    "Diese Einladung gibt es nicht mehr. Vielleicht wurde sie angenommen.",
  "This link does not open any more: it was used or replaced, or is older than a day. Ask an owner for a new one.":
    "Dieser Link öffnet sich nicht mehr: Er wurde benutzt oder ersetzt oder ist älter als ein Tag. Bitten Sie die Verantwortlichen um einen neuen.",
  "A site has {#n} keys at most. Revoke one that is not used.":
    "Eine Website hat höchstens {#n} Schlüssel. Widerrufen Sie einen, der nicht gebraucht wird.",
  "This site has no such key. It may have been revoked; list the keys to see.":
    "Diesen Schlüssel gibt es nicht mehr. Vielleicht wurde er widerrufen.",
};
