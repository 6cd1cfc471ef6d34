import { readsAsEnglish } from "./english.ts";

/** What says nothing about a language: addresses, names of people and topics, character entities, numbers and signs. */
const NOISE = /https?:\/\/\S+|www\.\S+|[@#]\S+|&#?\w+;|[^\p{L}\p{M}'’ ]+/gu;
/** UTF-16 units that are looked at. The detector itself reads no more than about 350 bytes. */
const LONGEST = 500;
const ASCII = /^[\0-\x7f]*$/;
const LATIN = /\p{Script=Latin}/gu;
const OTHER = /(?!\p{Script=Latin})\p{L}/gu;
/** Chinese, Japanese and Korean say much in few letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Letters below which nothing is said. */
const LEAST_LATIN = 20;
const LEAST_OTHER = 12;
const LEAST_DENSE = 5;
/** How far the language must lie ahead of English, in the detector's scores from 0 to 1. */
const AHEAD = 0.15;

/** A word of two alphabets is a disguise, not a language. */
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/gu;

/** Its table takes 29 MB of memory and a third of a second to load, so it is loaded at the start (warmUp), or at the first text that needs it. */
let detector: Promise<typeof import("eld/extrasmall")> | undefined;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/**
 * The language of a comment as ISO 639-1, or null where that is not certain: short text, names, slang, noise. English comments must not pass for another
 * language, so a text counts as English until it is far from it; docs/decisions has the figures.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  // Nearly every English comment ends here, or after counting its letters.
  if (ASCII.test(start) && readsAsEnglish(start, false)) return start.length >= LEAST_LATIN ? "en" : null;
  const words = start.normalize("NFC").replace(NOISE, " ").trim();
  const latin = count(words, LATIN);
  const others = count(words, OTHER);
  const foreignScript = others > latin;
  if (readsAsEnglish(start, foreignScript)) return latin >= LEAST_LATIN ? "en" : null;
  const least = foreignScript ? (DENSE.test(words) ? LEAST_DENSE : LEAST_OTHER) : LEAST_LATIN;
  if (others + latin < least || (!foreignScript && words.split(/\s+/).length < 4)) return null;
  if (count(words, MIXED) > 1) return null;
  detector ??= import("eld/extrasmall");
  const found = (await detector).eld.detect(words);
  if (found.language === "" || found.language === "en") return found.language || null;
  if (foreignScript) return found.language;
  const scores = found.getScores();
  const ahead = (scores[found.language] ?? 0) - (scores.en ?? 0);
  return found.isReliable() && ahead > AHEAD ? found.language : null;
}
