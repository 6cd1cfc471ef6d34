import { DEMO_COMMENTS } from "./comments.ts";
import { numbers } from "./numbers.ts";

/** Words of the made-up language. */
const WORDS = 60_000;

const SYLLABLES = "ba den kor lin mo ras ter vel gon shi tan pre lo mar ek sul".split(" ");

/** A word for every number: the demo's own, then made-up ones that get longer as they get rarer, as words do. */
function wordOf(rank: number, own: readonly string[]): string {
  if (rank < own.length) return own[rank] as string;
  let word = "";
  for (let n = rank; n > 0; n = Math.floor(n / SYLLABLES.length)) word += SYLLABLES[n % SYLLABLES.length];
  return word;
}

/** The words of the language, the commonest first. */
export function rankedWords(): string[] {
  const own = [...new Set(DEMO_COMMENTS.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []))];
  return [...new Set(Array.from({ length: WORDS }, (_, rank) => wordOf(rank, own)))];
}

/** So many texts of 5 to 29 words each, in which a word of rank r is 1 / r as common (Zipf's law). */
export function textsOf(words: readonly string[], count: number): string[] {
  const random = numbers(7);
  // Even on a logarithmic scale: as many of ranks 1 to 10 as of 1,000 to 10,000.
  const word = (): string => words[Math.floor(words.length ** random()) - 1] as string;
  return Array.from({ length: count }, () =>
    Array.from({ length: 5 + Math.floor(25 * random()) }, word).join(" "),
  );
}
