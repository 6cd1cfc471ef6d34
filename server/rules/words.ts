import { type Part, readEntry } from "./read-entry.ts";
import { readWords, type Token } from "./read-words.ts";
import type { Marks } from "./rule.ts";

/** A word or phrase as it was listed, and as the scorer reads it. */
interface Entry {
  entry: string;
  phrase: Part[];
}

/** Phrases by their first word without double letters: those that begin with a whole word, and those of which the text's word may have more. */
export interface WordList {
  whole: Map<string, Entry[]>;
  open: Open[];
}

/** Phrases whose first word is open in the same way and as long, so that each stretch of a text's word is looked up once. */
interface Open {
  before: boolean;
  after: boolean;
  length: number;
  entries: Map<string, Entry[]>;
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

/** Where a text uses entries of a list, in the order of the text. */
export function usesOf(text: string, { whole, open }: WordList): Use[] {
  if (whole.size === 0 && open.length === 0) return [];
  const { tokens, at } = readingOf(text);
  const found: Use[] = [];
  const look = (entries: Entry[], places: number[]): void => {
    for (const i of places) {
      const { start } = tokens[i] as Token;
      for (const { entry, phrase } of entries) {
        const last = tokens[i + phrase.length - 1];
        if (last && phrase.every((part, k) => fits(tokens[i + k] as Token, part)))
          found.push({ entry, start, end: last.end });
      }
    }
  };
  // Of the words listed and the words written, those that are fewer are looked up among the others.
  for (const key of whole.size < at.size ? whole.keys() : at.keys()) {
    const [entries, places] = [whole.get(key), at.get(key)];
    if (entries && places) look(entries, places);
  }
  for (const kind of open)
    for (const [word, places] of at) for (const entries of openIn(kind, word)) look(entries, places);
  return found.sort((one, other) => one.start - other.start);
}

const NONE: ReadonlySet<Entry[]> = new Set();

/** The phrases whose first word begins, ends or stands in this one, each once. */
function openIn({ before, after, length, entries }: Open, word: string): ReadonlySet<Entry[]> {
  const spare = word.length - length;
  if (spare < 0) return NONE;
  // Most words have none: nothing is made for those.
  let found: Set<Entry[]> | null = null;
  for (let i = after ? 0 : spare; i <= (before ? spare : 0); i++) {
    const some = entries.get(word.slice(i, i + length));
    if (some) found = (found ?? new Set()).add(some);
  }
  return found ?? NONE;
}

const squeeze = (word: string): string => word.replace(/(.)\1+/gu, "$1");

const fits = ({ word, stretched }: Token, part: Part): boolean =>
  holds(word, part.word, part) || (stretched && holds(squeeze(word), squeeze(part.word), part));

function holds(word: string, stem: string, { before, after }: Part): boolean {
  if (before && after) return word.includes(stem);
  if (before) return word.endsWith(stem);
  return after ? word.startsWith(stem) : word === stem;
}

/** A text's words, and where each stands by its word without double letters. */
interface Reading {
  text: string;
  tokens: Token[];
  at: Map<string, number[]>;
}

let last: Reading = { text: "", tokens: [], at: new Map() };

/** All rules ask about one comment before any asks about the next, so the last reading is kept. */
function readingOf(text: string): Reading {
  if (last.text === text) return last;
  const tokens = readWords(text);
  const at: Reading["at"] = new Map();
  tokens.forEach(({ word }, i) => {
    const key = squeeze(word);
    const places = at.get(key);
    if (places) places.push(i);
    else at.set(key, [i]);
  });
  last = { text, tokens, at };
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

export const emptyList = (): WordList => ({ whole: new Map(), open: [] });

/** Adds a word or phrase to a list that is being made. What has no letters is passed over. */
export function addEntry(list: WordList, entry: string): void {
  const phrase = readEntry(entry);
  const first = phrase[0];
  if (first === undefined) return;
  const key = keyOf(first);
  const entries = first.before || first.after ? openOf(list, first, key.length) : list.whole;
  const same = entries.get(key);
  if (same) same.push({ entry, phrase });
  else entries.set(key, [{ entry, phrase }]);
}

/** Under what a phrase is looked up, by its first word. */
export const keyOf = ({ word }: Part): string => squeeze(word);

function openOf({ open }: WordList, { before, after }: Part, length: number): Map<string, Entry[]> {
  const known = open.find((one) => one.before === before && one.after === after && one.length === length);
  if (known) return known.entries;
  const entries = new Map<string, Entry[]>();
  open.push({ before, after, length, entries });
  return entries;
}
