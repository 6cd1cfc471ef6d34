import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

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
/** No word itself, but two that harmless texts have side by side though together they would spell a telling one. */
export const PAIR = 128;
/** Above the bits of an entry stands where its word, or the word that is meant, begins among the letters. */
export const BITS = 8;
export const SLOTS = 1 << 15;
const SPACE = 32;

/**
 * The table lies in words.bin as it is used, since hashing 17,000 words anew takes longer than reading all else. Two integers
 * say where the letters of the telling words end, those counted in the data and all; then SLOTS times a hash and its entry;
 * then the words, a space after each.
 */
interface Vocabulary {
  countedEnd: number;
  tellingEnd: number;
  slots: Int32Array;
  letters: Buffer;
}

let vocabulary: Vocabulary | undefined;
const words = new Map<number, string>();

export const vocabularyPath = (): string => join(packageRoot(), "server", "scoring", "local", "words.bin");

function read(): Vocabulary {
  const file = readFileSync(vocabularyPath());
  const { buffer, byteOffset } = file.byteOffset % 4 === 0 ? file : Buffer.from(file);
  const slots = new Int32Array(buffer, byteOffset + 8, 2 * SLOTS);
  return {
    countedEnd: file.readInt32LE(0),
    tellingEnd: file.readInt32LE(4),
    slots,
    letters: file.subarray(8 + 8 * SLOTS),
  };
}

/** The first place of a hash, where it or nothing stands. */
export function slotOf(slots: Int32Array, hash: number): number {
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 17) * 2;
  while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & (2 * SLOTS - 1);
  return slot;
}

/** The vocabulary's entry for a hash: bits, or 0 for a word it does not know. Throws when words.bin is missing. */
export function lookUp(hash: number): number {
  vocabulary ??= read();
  const { slots } = vocabulary;
  return slots[slotOf(slots, hash) + 1] as number;
}

/** The word of an entry; for a respelling, the word that is meant. */
export function wordOf(entry: number): string {
  const at = entry >>> BITS;
  let word = words.get(at);
  if (word === undefined) {
    const { letters } = vocabulary as Vocabulary;
    word = letters.toString("latin1", at, letters.indexOf(SPACE, at));
    words.set(at, word);
  }
  return word;
}

/** The place of an entry's word in the vocabulary: telling words first, then the commoner before the rarer. */
export const rankOf = (entry: number): number => entry >>> BITS;

export const pairHash = (a: number, b: number): number => Math.imul(a, 31) ^ b;

/** Whether harmless texts have these two words side by side though together they would spell a telling one. */
export const isHonestPair = (first: number, second: number): boolean =>
  (lookUp(pairHash(first, second)) & PAIR) !== 0;

/** Telling words: the lexicon's first, then the commonest in toxic texts, then those that are only known to play a part in abuse. */
export function tellingWords(): readonly string[] {
  vocabulary ??= read();
  return wordsUpTo(vocabulary, vocabulary.tellingEnd);
}

/** Those of the lexicon and of toxic texts only: rarer ones would be heard in too many names. */
export function countedWords(): readonly string[] {
  vocabulary ??= read();
  return wordsUpTo(vocabulary, vocabulary.countedEnd);
}

const wordsUpTo = ({ letters }: Vocabulary, end: number): string[] =>
  letters.toString("latin1", 0, end).trimEnd().split(" ");
