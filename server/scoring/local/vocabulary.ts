import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashString } from "./hash.ts";
import { COMMON as COMMON_WORDS, DISGUISED, JOINED } from "./lexicon.ts";
import { packageRoot } from "./package-root.ts";
import { RESPELLINGS, slipsOf } from "./respellings.ts";

/** What the vocabulary knows of a word, as bits of its entry. */
export const KNOWN = 1;
/** Seen in many harmless texts: hardly ever a piece of another word. */
export const PLAIN = 2;
/** Without content of its own: you, are, because. */
export const COMMON = 4;
/** Much likelier in toxic texts, and so worth disguising. */
export const TELLING = 8;
/** A word of the lexicon. */
export const LISTED = 16;
/** Never spelled by two honest neighbours. */
export const STRONG = 32;
/** No word itself, but another spelling of one. */
export const RESPELT = 64;
const BITS = 7;

const SLOTS = 1 << 16;
const keys = new Int32Array(SLOTS);
const entries = new Int32Array(SLOTS);
const words: string[] = [];
const honestPairs = new Set<number>();
const telling: string[] = [];
const MOST_PLAIN = 7_000;
let ready = false;

/** Neighbours that spell a strong word in all innocence, besides those counted in the data. */
const PAIRS = "pen+is as+s an+us but+t but+ts cum+in fag+in dam+n sex+y has+h rap+ed kill+ed";

function slotOf(hash: number): number {
  let slot = Math.imul(hash, 0x9e3779b1) >>> 16;
  while (entries[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function put(word: string, bits: number): void {
  const hash = hashString(word);
  const slot = slotOf(hash);
  const old = entries[slot] as number;
  keys[slot] = hash;
  entries[slot] = old === 0 ? ((words.push(word) - 1) << BITS) | bits : old | bits;
}

/** Lists a spelling as another word's, whatever else was known of it. */
function respell(spelt: string, meant: string): void {
  const hash = hashString(spelt);
  const slot = slotOf(hash);
  keys[slot] = hash;
  entries[slot] = ((words.push(meant) - 1) << BITS) | RESPELT;
}

function load(): void {
  ready = true;
  const file = readFileSync(join(packageRoot(), "server", "scoring", "local", "words.txt"), "utf8");
  const [first = "", second = "", third = ""] = file.split("\n\n").map((part) => part.replaceAll("\n", " "));
  const known = second.trim().split(" ");
  for (const word of [...DISGUISED, ...JOINED, ...first.trim().split(" ")]) {
    if ((lookUp(hashString(word)) & TELLING) === 0) telling.push(word);
    put(word, TELLING);
  }
  for (const word of DISGUISED) put(word, LISTED);
  for (const word of JOINED) put(word, LISTED | STRONG);
  for (const word of COMMON_WORDS) put(word, KNOWN | PLAIN | COMMON);
  known.forEach((word, rank) => {
    put(word, rank < MOST_PLAIN ? KNOWN | PLAIN : KNOWN);
  });
  for (const [spelt, meant] of RESPELLINGS)
    if ((lookUp(hashString(spelt)) & LISTED) === 0) respell(spelt, meant);
  for (const word of telling)
    if (word.length > 3)
      for (const slip of slipsOf(word)) if (lookUp(hashString(slip)) === 0) respell(slip, word);
  for (const pair of `${third.trim()} ${PAIRS}`.split(" ")) {
    const [a, b] = pair.split("+") as [string, string];
    honestPairs.add(pairHash(hashString(a), hashString(b)));
  }
}

const pairHash = (a: number, b: number): number => Math.imul(a, 31) ^ b;

/** The vocabulary's entry for a hash: bits, or 0 for a word it does not know. Throws when words.txt is missing. */
export function lookUp(hash: number): number {
  if (!ready) load();
  return entries[slotOf(hash)] as number;
}

/** The word of an entry; for a respelling, the word that is meant. */
export const wordOf = (entry: number): string => words[entry >>> BITS] as string;

/** The place of an entry's word in the vocabulary: telling words first, then the commoner before the rarer. */
export const rankOf = (entry: number): number => entry >>> BITS;

/** Whether harmless texts have these two words side by side though together they would spell a telling one. */
export const isHonestPair = (first: number, second: number): boolean =>
  honestPairs.has(pairHash(first, second));

/** Telling words, the lexicon's first, then the commonest in toxic texts. */
export function tellingWords(): readonly string[] {
  if (!ready) load();
  return telling;
}
