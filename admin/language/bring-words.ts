import i18next from "i18next";
import type { English } from "./en.ts";

/** Adds the English words of a page that few open: they come with the page, not with the desk. German comes whole, for those who read it. */
export function bringWords<Noun extends keyof English>(noun: Noun, words: English[Noun]): void {
  i18next.addResourceBundle("en", "translation", { [noun]: words }, true);
}
