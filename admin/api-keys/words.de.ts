import type { Words } from "../language/words.ts";
import type { en } from "./words.en.ts";

export const de: Words<typeof en> = {
  title: "API-Schlüssel",
  about:
    "Für Programme von <site/>, die Bewertungen abfragen, unter der Adresse, die die Perspective API hatte: <code>{{address}}</code>",
  make: "Schlüssel erstellen",
  makeIt: "Erstellen",
  failed: "Die Schlüssel konnten nicht geladen werden",
  loading: "Die Schlüssel werden geladen.",
  none: "Noch hat kein Programm einen Schlüssel",
  noneWords:
    "Erstellen Sie für jedes Programm, das Bewertungen abfragt, einen eigenen. So können Sie einen beenden und die anderen behalten.",
  secret: "Der Schlüssel",
  secretWords:
    "Das Programm sendet ihn als ?key= oder in der Kopfzeile x-goog-api-key. Bewahren Sie ihn jetzt auf: Er wird nicht noch einmal gezeigt.",
  program: "Das Programm, das ihn benutzt",
  limit: "Höchstens so viele Texte in der Minute",
  limited_one: "endet auf <code>{{ending}}</code> · {{count, number}} Text in der Minute",
  limited_other: "endet auf <code>{{ending}}</code> · {{count, number}} Texte in der Minute",
  used: "benutzt <when/>",
  notUsed: "noch nicht benutzt",
  revoke: "Widerrufen",
  revoked: "Schlüssel widerrufen.",
  revokeTitle: "Diesen Schlüssel widerrufen?",
  revokeWords: "{{name}} wird ab jetzt abgewiesen. Ein widerrufener Schlüssel lässt sich nicht zurückholen.",
};
