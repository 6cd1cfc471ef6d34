import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "Ihr Konto",
  about: "{{name}}, {{email}}. Wie Sie sich anmelden und wo Sie angemeldet sind.",
  password: {
    title: "Passwort",
    about: "Ein neues Passwort meldet Sie auf allen anderen Geräten ab.",
    present: "Jetziges Passwort",
    new: "Neues Passwort",
    change: "Passwort ändern",
    changed: "Passwort geändert. Überall sonst sind Sie abgemeldet.",
  },
  sessions: {
    title: "Wo Sie angemeldet sind",
    about: "Melden Sie ab, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.",
    loading: "Ihre Sitzungen werden geladen.",
    device: "{{browser}} auf {{system}}",
    unknown: "Ein unbekanntes Gerät",
    here: "dieses Gerät",
    seen: "Angemeldet <since/>, zuletzt gesehen <seen/>",
    end: "Abmelden",
    endOne: "{{device}} abmelden",
    endOthers: "Überall sonst abmelden",
    ended: "Dort abgemeldet.",
  },
  twoStep: {
    title: "Zweistufige Anmeldung",
    about:
      "Beim Anmelden wird außer dem Passwort ein Code verlangt, den eine Authenticator-App auf Ihrem Telefon zeigt. Wer Ihr Passwort erfährt, bleibt dann trotzdem draußen.",
    codesLeft_one:
      "{{count, number}} von 10 Wiederherstellungscodes ist übrig. Neue bekommen Sie, wenn Sie aus- und wieder einschalten.",
    codesLeft_other:
      "{{count, number}} von 10 Wiederherstellungscodes sind übrig. Neue bekommen Sie, wenn Sie aus- und wieder einschalten.",
    switchOn: "Einschalten",
    switchOff: "Ausschalten",
    isOff: "Die zweistufige Anmeldung ist aus.",
    password: "Ihr Passwort",
    passwordHint: "Damit niemand anderes das an einem unbeaufsichtigten Gerät tut.",
    continue: "Weiter",
    qrCode: "Der QR-Code für Ihre Authenticator-App",
    scan: "Scannen Sie das mit Ihrer Authenticator-App. Wo das nicht geht, tippen Sie <code>{{secret}}</code>",
    firstCode: "Der Code, den sie jetzt zeigt",
  },
  codes: {
    title: "Ihre Wiederherstellungscodes",
    about:
      "Die zweistufige Anmeldung ist an. Sollte Ihr Telefon verloren gehen, ersetzt jeder von diesen einmal einen Code der App. Drucken Sie sie aus oder heben Sie sie in einem Passwortmanager auf: Sie werden nicht noch einmal gezeigt.",
    kept: "Ich habe sie aufbewahrt",
  },
};
