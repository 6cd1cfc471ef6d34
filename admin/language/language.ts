import i18next, { type i18n } from "i18next";
import { learn } from "../server-words/said.ts";
import { en } from "./en.ts";

/** The languages the desk speaks, each by its own name. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof LANGUAGES;

const LOAD: Record<Language, () => Promise<object>> = {
  en: async () => en,
  // Fetched only by those who read it.
  de: async () => {
    const [{ de }, { SENTENCES }] = await Promise.all([import("./de.ts"), import("../server-words/de.ts")]);
    learn(SENTENCES);
    return de;
  },
};

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && Object.hasOwn(LANGUAGES, code);
}

/** Starts i18next. `tag` may name a region, "de-AT": words are the language's, numbers and dates the region's. */
export async function startLanguage(tag: string): Promise<i18n> {
  await i18next
    .use({
      type: "backend",
      read: (code: Language, _: string, done: (error: unknown, words: object | null) => void) =>
        void LOAD[code]().then(
          (words) => done(null, words),
          (error: unknown) => done(error, null),
        ),
    })
    .init({
      lng: tag,
      fallbackLng: "en",
      supportedLngs: Object.keys(LANGUAGES),
      nonExplicitSupportedLngs: true,
      load: "languageOnly",
      resources: { en: { translation: en } },
      partialBundledLanguages: true,
      // React escapes.
      interpolation: { escapeValue: false },
    });
  return i18next;
}

/** The language of the desk's words. */
export function language(): Language {
  return isLanguage(i18next.resolvedLanguage) ? i18next.resolvedLanguage : "en";
}
