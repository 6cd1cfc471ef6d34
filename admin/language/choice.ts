import i18next from "i18next";
import { isLanguage, type Language } from "./language.ts";

const KEY = "desk-language";

/** What the person chose on this device, or else the first language of the browser that the desk speaks, or else English. */
export function wantedTag(): string {
  const chosen = storedLanguage();
  return chosen ? regional(chosen) : (navigator.languages.find((tag) => isLanguage(bare(tag))) ?? "en");
}

/** Switches the desk's language, and keeps the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be switched off; the choice lasts until the page is left.
  }
  await i18next.changeLanguage(regional(language));
}

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(KEY);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** The language as the browser's person has it: "de" is "de-AT" for somebody in Vienna. */
function regional(language: Language): string {
  return navigator.languages.find((tag) => bare(tag) === language) ?? language;
}

function bare(tag: string): string {
  return tag.split("-")[0] ?? tag;
}
