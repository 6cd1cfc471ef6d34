import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Team",
  about: "Wer moderiert, was jemand darf und wo.",
  invite: "Jemanden einladen",
  failed: "Das Team konnte nicht geladen werden",
  loading: "Das Team wird geladen.",
  name: "Vor- und Nachname",
  nameHint: "So steht er für das Team bei Entscheidungen.",
  email: "E-Mail-Adresse",
  makeLink: "Link erstellen",
  access: {
    role: "Aufgabe",
    moderator: "Moderation",
    moderatorHint: "Entscheidet über Kommentare der Websites unten.",
    owner: "Verwaltung",
    ownerHint: "Alles, auf jeder Website: Einstellungen, Team, Schlüssel.",
    sites: "Websites",
  },
  link: {
    title: "Der Link für {{name}}",
    about:
      "Geben Sie ihn selbst weiter, auf einem Weg, den nur diese Person liest. Er öffnet sich einmal, innerhalb von sieben Tagen, und wird nicht noch einmal gezeigt.",
    aboutPassword:
      "Geben Sie ihn selbst weiter, auf einem Weg, den nur diese Person liest. Mit ihm lässt sich einmal, innerhalb eines Tages, ein neues Passwort wählen. Er wird nicht noch einmal gezeigt.",
    copy: "Link kopieren",
    done: "Fertig",
  },
  invited: {
    title: "Eingeladen",
    owner: "Verwaltung, eingeladen von {{by}}",
    moderator: "Moderation, eingeladen von {{by}}",
    takeBack: "Zurücknehmen",
    takeBackOf: "Die Einladung von {{name}} zurücknehmen",
    takenBack: "Der Link öffnet nichts mehr.",
  },
  person: {
    you: "Sie",
    twoStep: "zweistufige Anmeldung",
    seen: "zuletzt gesehen <when/>",
    notSeen: "noch nicht gesehen",
    change: "Ändern",
    changeOne: "{{name}} ändern",
    letIn: "Wieder zulassen",
    deactivated: "Gesperrt",
    ownerOfAll: "Verwaltet alle Websites",
    moderatorOf: "Moderiert {{sites}}",
    moderatorOfNone: "Moderiert noch keine Website",
    rights: "{{name}} hat jetzt die neuen Rechte.",
    backIn: "{{name}} kann sich wieder anmelden.",
    out: "{{name}} ist überall abgemeldet.",
    noTwoStep: "{{name}} meldet sich jetzt nur mit dem Passwort an.",
    follows: "Was die Person offen hat, folgt innerhalb von Sekunden.",
    deactivate: "Sperren",
    twoStepOff: "Zweistufige Anmeldung ausschalten",
    resetPassword: "Link für ein vergessenes Passwort erstellen",
    deactivating:
      "Wer gesperrt ist, wird überall abgemeldet und kommt nicht mehr hinein. Der Name bleibt bei dem stehen, was die Person entschieden hat.",
  },
};
