import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Anmelden",
  heading: "Am Arbeitsplatz anmelden",
  oneMore: "Noch ein Schritt",
  email: "E-Mail-Adresse",
  password: "Passwort",
  code: "Code",
  codeHint: "Der Code, den Ihre Authenticator-App gerade zeigt, oder ein Wiederherstellungscode.",
  signIn: "Anmelden",
  back: "Zurück",
  mismatch:
    "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beide und versuchen Sie es noch einmal.",
  newPassword: {
    title: "Neues Passwort wählen",
    about: "Für {{name}}. Sie werden überall abgemeldet und melden sich dann mit dem neuen Passwort an.",
    password: "Neues Passwort",
    choose: "Übernehmen",
  },
  invitation: {
    title: "Ihre Einladung",
    welcome: "Willkommen, {{name}}",
    asOwner: "{{by}} lädt Sie zu Replydesk ein, zur Verwaltung. Wählen Sie ein Passwort, und Sie sind dabei.",
    asModerator:
      "{{by}} lädt Sie zu Replydesk ein, zur Moderation. Wählen Sie ein Passwort, und Sie sind dabei.",
    passwordHint: "Mindestens zehn Zeichen. Mehrere Wörter hintereinander lassen sich gut merken.",
    join: "Mitmachen",
  },
};
