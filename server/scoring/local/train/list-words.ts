import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashString } from "../hash.ts";
import { COMMON as COMMON_WORDS, DISGUISED, JOINED } from "../lexicon.ts";
import { packageRoot } from "../package-root.ts";
import { RESPELLINGS } from "../respellings.ts";
import {
  BITS,
  COMMON,
  KNOWN,
  LISTED,
  PAIR,
  PLAIN,
  pairHash,
  RESPELT,
  SLOTS,
  STRONG,
  slotOf,
  TELLING,
} from "../vocabulary.ts";
import { HIDDEN_WORDS } from "../word-classes.ts";

const MOST_PLAIN = 7_000;
/** Neighbours that spell a strong word in all innocence, besides those counted in the data. */
const PAIRS = "pen+is as+s an+us but+t but+ts cum+in fag+in dam+n sex+y has+h rap+ed kill+ed".split(" ");

const strong = new Set(JOINED);
const common = new Set(COMMON_WORDS);
/** Shorter ones arise too easily. */
const SHORTEST_HIDDEN = 5;

/** A word with neighbouring letters swapped, but never the first; from a strong one also an inner letter is lost. */
function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let i = 1; i + 1 < word.length; i++)
    if (word[i] !== word[i + 1]) slips.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  if (word.length > 5 && strong.has(word))
    for (let i = 1; i + 1 < word.length; i++) slips.push(word.slice(0, i) + word.slice(i + 1));
  return slips;
}

/** The three paragraphs of words.txt: telling words, known words, honest pairs. */
function readWords(): [string[], string[], string[]] {
  const path = join(packageRoot(), "server", "scoring", "local", "words.txt");
  const [telling = "", known = "", pairs = ""] = readFileSync(path, "utf8").split("\n\n");
  const words = (paragraph: string): string[] => paragraph.trim().split(/[ \n]/);
  return [words(telling), words(known), words(pairs)];
}

/** The bytes of words.bin, from words.txt, the lexicon and the other spellings: see vocabulary.ts for their meaning. */
export function listWords(): Buffer {
  const [counted, known, pairs] = readWords();
  const slots = new Int32Array(2 * SLOTS);
  let letters = "";
  let filled = 0;
  const entryOf = (hash: number): number => slots[slotOf(slots, hash) + 1] as number;
  const set = (hash: number, entry: number): void => {
    const slot = slotOf(slots, hash);
    if (slots[slot + 1] === 0 && ++filled > SLOTS * 0.85)
      throw new Error("The vocabulary has too few slots for so many words: raise SLOTS.");
    slots[slot] = hash;
    slots[slot + 1] = entry;
  };
  const append = (word: string): number => {
    letters += `${word} `;
    return letters.length - word.length - 1;
  };
  const put = (word: string, bits: number): void => {
    const hash = hashString(word);
    const old = entryOf(hash);
    set(hash, old === 0 ? (append(word) << BITS) | bits : old | bits);
  };

  for (const word of DISGUISED) put(word, TELLING | LISTED);
  for (const word of JOINED) put(word, TELLING | LISTED | STRONG);
  for (const word of counted) put(word, TELLING);
  const countedEnd = letters.length;
  const telling = letters.trimEnd().split(" ");
  for (const word of HIDDEN_WORDS)
    if (word.length >= SHORTEST_HIDDEN && !common.has(word)) put(word, TELLING);
  const tellingEnd = letters.length;
  for (const word of COMMON_WORDS) put(word, KNOWN | PLAIN | COMMON);
  known.forEach((word, rank) => {
    put(word, rank < MOST_PLAIN ? KNOWN | PLAIN : KNOWN);
  });
  for (const [spelt, meant] of RESPELLINGS)
    if ((entryOf(hashString(spelt)) & LISTED) === 0)
      set(hashString(spelt), (append(meant) << BITS) | RESPELT);
  let at = 0;
  for (const word of telling) {
    if (word.length > 3)
      for (const slip of slipsOf(word))
        if (entryOf(hashString(slip)) === 0) set(hashString(slip), (at << BITS) | RESPELT);
    at += word.length + 1;
  }
  for (const pair of [...pairs, ...PAIRS]) {
    const [a, b] = pair.split("+") as [string, string];
    const hash = pairHash(hashString(a), hashString(b));
    set(hash, entryOf(hash) | PAIR);
  }
  const head = Buffer.alloc(8);
  head.writeInt32LE(countedEnd);
  head.writeInt32LE(tellingEnd, 4);
  return Buffer.concat([head, Buffer.from(slots.buffer), Buffer.from(letters, "latin1")]);
}
