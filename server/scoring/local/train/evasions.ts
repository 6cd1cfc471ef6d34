import { createRandom } from "./random.ts";

type Disguise = (word: string, random: () => number) => string;

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
const TURNED = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz";
const PICTURES: Record<string, string> = {
  fuck: "🖕",
  shit: "💩",
  crap: "💩",
  pig: "🐷",
  pigs: "🐷🐷",
  dog: "🐶",
  rat: "🐀",
  rats: "🐀🐀",
  monkey: "🐒",
  monkeys: "🐒🐒",
  snake: "🐍",
  clown: "🤡",
  trash: "🗑️",
  garbage: "🗑️",
  gun: "🔫",
  knife: "🔪",
  bomb: "💣",
};
const MASKS = "*#@$%-_.";

const swap = (word: string, table: Record<string, string>): string =>
  [...word].map((c) => table[c.toLowerCase()] ?? c).join("");
const pick = (random: () => number, from: number, to: number): number =>
  from + Math.floor(random() * (to - from));

/** Draws a-z as the letters that stand in Unicode from `first` on, in alphabetical order. */
const drawFrom =
  (first: number): Disguise =>
  (word) =>
    word
      .toLowerCase()
      .replace(/[a-z]/gu, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97));

const breakAt = (word: string, at: number): string => `${word.slice(0, at)} ${word.slice(at)}`;

/** As it sounds, by the first rule that applies: ph for f, zz for ss, k for ck and c, z for s, ee for i, u for oo. */
function byEar(word: string): string {
  for (const [spelt, heard] of [
    [/f/iu, "ph"],
    [/ss/iu, "zz"],
    [/ck/iu, "kk"],
    [/c(?=[aou])/iu, "k"],
    [/s$/iu, "z"],
    [/i(?=.)/iu, "y"],
    [/oo/iu, "u"],
  ] as const)
    if (spelt.test(word)) return word.replace(spelt, heard);
  return word + word.at(-1);
}

/** Ways to hide a word of three letters or more. */
const DISGUISES: Record<string, Disguise> = {
  leetspeak: (word) => swap(word, LEET),
  "look-alikes": (word) => swap(word, DRAWN),
  "zero-width": (word) => [...word].join("\u200b"),
  "combining marks": (word, random) =>
    word.replace(/[a-z]/giu, (letter) => letter + String.fromCodePoint(0x300 + pick(random, 0, 70))),
  "full width": drawFrom(0xff41),
  "mathematical letters": drawFrom(0x1d586),
  "letters in boxes": drawFrom(0x1f170),
  "upside down": (word) =>
    [...word.toLowerCase()]
      .reverse()
      .map((c) => TURNED[c.charCodeAt(0) - 97] ?? c)
      .join(""),
  "letters apart": (word) => [...word].join(" "),
  dotted: (word) => [...word].join("."),
  "masked by *": (word) => word[0] + word.slice(1).replace(/[aeiou]/giu, "*"),
  "one letter masked": (word, random) => {
    const at = pick(random, 1, word.length - 1);
    return word.slice(0, at) + MASKS[pick(random, 0, MASKS.length)] + word.slice(at + 1);
  },
  stretched: (word) => word.replace(/[aeiou]/iu, (vowel) => vowel.repeat(4)),
  "broken in two": (word, random) => breakAt(word, pick(random, 1, word.length - 1)),
  "by ear": byEar,
  "letters swapped": (word, random) => {
    const at = pick(random, 1, word.length - 1);
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  },
  "emoji as words": (word) => PICTURES[word.toLowerCase()] ?? word,
};

/** Two disguises at once, as in "f\u200bц c k": letters drawn otherwise, then one of the ways to break or hide them. */
const MIXED: readonly (readonly [string, string])[] = [
  ["look-alikes", "zero-width"],
  ["leetspeak", "letters apart"],
  ["full width", "broken in two"],
  ["look-alikes", "dotted"],
  ["stretched", "combining marks"],
  ["look-alikes", "masked by *"],
];
DISGUISES.mixed = (word, random) => {
  const [first, second] = MIXED[pick(random, 0, MIXED.length)] as readonly [string, string];
  const drawn = (DISGUISES[first] as Disguise)(word, random);
  return (DISGUISES[second] as Disguise)(drawn, random);
};

export const EVASIONS: readonly string[] = Object.keys(DISGUISES);

/**
 * The text with these words (lower case) disguised, as someone who knows which words give them away would; the same from the
 * same seed. `kind` is one of EVASIONS.
 */
export function disguise(text: string, kind: string, words: ReadonlySet<string>, seed: number): string {
  const random = createRandom(seed);
  const hide = DISGUISES[kind];
  if (hide === undefined) return text;
  return text.replace(/[a-z]{3,}/giu, (word) => (words.has(word.toLowerCase()) ? hide(word, random) : word));
}
