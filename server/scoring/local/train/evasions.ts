import { createRandom } from "./random.ts";

const LEET: Record<string, string> = { a: "4", e: "3", i: "1", o: "0", s: "$", t: "7" };
const DRAWN: Record<string, string> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
};

const swap = (word: string, table: Record<string, string>): string =>
  [...word].map((c) => table[c.toLowerCase()] ?? c).join("");

/** Ways to hide a word. Each takes a word of four letters or more. */
const DISGUISES: Record<string, (word: string, random: () => number) => string> = {
  leetspeak: (word) => swap(word, LEET),
  "look-alikes": (word) => swap(word, DRAWN),
  "zero-width": (word) => [...word].join("\u200b"),
  "letters apart": (word) => [...word].join(" "),
  dotted: (word) => [...word].join("."),
  "masked by *": (word) => word[0] + word.slice(1).replace(/[aeiou]/giu, "*"),
  stretched: (word) => word.replace(/[aeiou]/iu, (vowel) => vowel.repeat(4)),
  "broken in two": (word, random) => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return `${word.slice(0, at)} ${word.slice(at)}`;
  },
};

export const EVASIONS: readonly string[] = Object.keys(DISGUISES);

/** The text with these words (lower case) disguised, as someone who knows which words give them away would. */
export function disguise(text: string, kind: string, words: ReadonlySet<string>, seed: number): string {
  const random = createRandom(seed);
  const hide = DISGUISES[kind];
  if (hide === undefined) return text;
  return text.replace(/[a-z]{4,}/giu, (word) => (words.has(word.toLowerCase()) ? hide(word, random) : word));
}
