import { type Part, readEntry } from "./read-entry.ts";
import { readWords, type Token } from "./read-words.ts";
import type { Marks } from "./rule.ts";
import { addStem, findStems, noStems, type Stems } from "./stems.ts";

/** A word or phrase as it was listed, and as the scorer reads it. */
interface Entry {
  entry: string;
  phrase: Part[];
}

/** Phrases by their first word without double letters: those that begin with a whole word, and those of which the text's word may have more after, before or around it. */
export interface WordList {
  whole: Map<string, Entry[]>;
  /** Those that begin with two whole words, by both: many begin with a common one. */
  pairs: Map<string, Entry[]>;
  begin: Stems<Entry>;
  /** Of words and stems written backwards. */
  end: Stems<Entry>;
  within: Stems<Entry>;
}

/** Where a text uses an entry of a list. */
export interface Use {
  entry: string;
  start: number;
  end: number;
}

const lists = new WeakMap<readonly string[], WordList>();

/** Where a text uses one of these words or phrases, also disguised ones: offsets into the text as it was given. */
export const findWords = (text: string, words: readonly string[]): Marks =>
  usesOf(text, listOf(words)).map(({ start, end }) => ({ start, end }));

/** Which of these words or phrases a text uses, each once. */
export const wordsUsed = (text: string, words: readonly string[]): string[] => [
  ...new Set(usesOf(text, listOf(words)).map(({ entry }) => entry)),
];

/** Open entries of one word that are told where they meet in the same word of a text: no list makes a comment longer than that. */
const MOST_OPEN = 50;

/** Where a text uses entries of a list, in the order of the text. */
export function usesOf(text: string, list: WordList): Use[] {
  const { whole, pairs } = list;
  const isOpen = [list.begin, list.end, list.within].some(({ heads }) => heads.size > 0);
  if (whole.size === 0 && pairs.size === 0 && !isOpen) return [];
  const { tokens, keys, at } = readingOf(text);
  const found: Use[] = [];
  /** Answers how many entries of one word were met there, with those `met` before. */
  const look = (entries: Entry[], i: number, met = 0): number => {
    const { start } = tokens[i] as Token;
    let sum = met;
    for (const { entry, phrase } of entries) {
      const last = tokens[i + phrase.length - 1];
      if (phrase.length === 1 && sum >= MOST_OPEN) continue;
      if (!last || !isThere(tokens, i, phrase)) continue;
      found.push({ entry, start, end: last.end });
      if (phrase.length === 1) sum += 1;
    }
    return sum;
  };
  // Of the words listed and the words written, those that are fewer are looked up among the others.
  for (const key of whole.size < at.size ? whole.keys() : at.keys()) {
    const [entries, places] = [whole.get(key), at.get(key)];
    if (entries && places) for (const i of places) look(entries, i);
  }
  if (pairs.size > 0)
    for (let i = 0; i + 1 < keys.length; i++) {
      const entries = pairs.get(`${keys[i]} ${keys[i + 1]}`);
      if (entries) look(entries, i);
    }
  if (isOpen)
    for (const [word, places] of at) {
      const some = openIn(list, word);
      for (const i of some.size === 0 ? [] : places) {
        let met = 0;
        for (const entries of some) met = look(entries, i, met);
      }
    }
  return found.sort((one, other) => one.start - other.start);
}

function isThere(tokens: readonly Token[], at: number, phrase: readonly Part[]): boolean {
  for (let k = 0; k < phrase.length; k++) if (!fits(tokens[at + k] as Token, phrase[k] as Part)) return false;
  return true;
}

/** The phrases whose first word begins, ends or stands in this one, each once. */
function openIn({ begin, end, within }: WordList, word: string): Set<Entry[]> {
  const found = new Set<Entry[]>();
  if (begin.heads.size > 0) findStems(begin, word, 0, found);
  if (end.heads.size > 0) findStems(end, backwards(word), 0, found);
  if (within.heads.size > 0) for (let i = 0; i < word.length; i++) findStems(within, word, i, found);
  return found;
}

const backwards = (word: string): string => {
  let turned = "";
  for (let i = word.length - 1; i >= 0; i--) turned += word[i];
  return turned;
};

const squeeze = (word: string): string => word.replace(/(.)\1+/gu, "$1");

const fits = ({ word, stretched }: Token, part: Part): boolean =>
  holds(word, part.word, part) || (stretched && holds(squeeze(word), squeeze(part.word), part));

function holds(word: string, stem: string, { before, after }: Part): boolean {
  if (before && after) return word.includes(stem);
  if (before) return word.endsWith(stem);
  return after ? word.startsWith(stem) : word === stem;
}

/** A text's words, the same without double letters, and where each of those stands. */
interface Reading {
  text: string;
  tokens: Token[];
  keys: string[];
  at: Map<string, number[]>;
}

let last: Reading = { text: "", tokens: [], keys: [], at: new Map() };

/** All rules ask about one comment before any asks about the next, so the last reading is kept. */
function readingOf(text: string): Reading {
  if (last.text === text) return last;
  const tokens = readWords(text);
  const keys = tokens.map(({ word }) => squeeze(word));
  const at: Reading["at"] = new Map();
  keys.forEach((key, i) => {
    push(at, key, i);
  });
  last = { text, tokens, keys, at };
  return last;
}

function listOf(words: readonly string[]): WordList {
  const known = lists.get(words);
  if (known) return known;
  const list = emptyList();
  for (const entry of words) addEntry(list, entry);
  lists.set(words, list);
  return list;
}

export const emptyList = (): WordList => ({
  whole: new Map(),
  pairs: new Map(),
  begin: noStems(),
  end: noStems(),
  within: noStems(),
});

/** Adds a word or phrase to a list that is being made. What has no letters is passed over. */
export function addEntry(list: WordList, entry: string): void {
  const phrase = readEntry(entry);
  const first = phrase[0];
  if (first === undefined) return;
  const key = keyOf(first);
  const one = { entry, phrase };
  if (first.before && first.after) addStem(list.within, key, one);
  else if (first.after) addStem(list.begin, key, one);
  else if (first.before) addStem(list.end, backwards(key), one);
  else {
    const second = phrase[1];
    const isPair = second !== undefined && !second.before && !second.after;
    const index = isPair ? list.pairs : list.whole;
    push(index, isPair ? `${key} ${keyOf(second)}` : key, one);
  }
}

function push<T>(index: Map<string, T[]>, key: string, one: T): void {
  const same = index.get(key);
  if (same) same.push(one);
  else index.set(key, [one]);
}

/** Under what a phrase is looked up, by its first word. */
export const keyOf = ({ word }: Part): string => squeeze(word);
