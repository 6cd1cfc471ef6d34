import { normalise } from "../scoring/local/normalise.ts";
import type { Marks } from "./rule.ts";

/** A word or phrase as it was listed, and as the scorer reads it. */
interface Entry {
  entry: string;
  phrase: string[];
}

/** Words and phrases by their first word without double letters. */
type WordList = Map<string, Entry[]>;

const lists = new WeakMap<readonly string[], WordList>();

/** Where a text uses one of these words or phrases, also disguised ones: offsets into the text as it was given. */
export const findWords = (text: string, words: readonly string[]): Marks =>
  find(text, words).map(({ start, end }) => ({ start, end }));

/** Which of these words or phrases a text uses, each once. */
export const wordsUsed = (text: string, words: readonly string[]): string[] => [
  ...new Set(find(text, words).map(({ entry }) => entry)),
];

function find(text: string, words: readonly string[]): { entry: string; start: number; end: number }[] {
  if (words.length === 0) return [];
  const list = listOf(words);
  const { tokens, at } = readingOf(text);
  const found: { entry: string; start: number; end: number }[] = [];
  // Of the words listed and the words written, those that are fewer are looked up among the others.
  const keys = list.size < at.size ? list.keys() : at.keys();
  for (const key of keys) {
    const [entries, places] = [list.get(key), at.get(key)];
    if (!entries || !places) continue;
    for (const i of places) {
      const { start } = tokens[i] as Token;
      for (const { entry, phrase } of entries) {
        const last = tokens[i + phrase.length - 1];
        if (last && phrase.every((word, k) => is(tokens[i + k] as Token, word)))
          found.push({ entry, start, end: last.end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A stretched word (three times the same letter, as no word is spelled) is read with and without its double letters. */
const STRETCHED = /(\p{L})\1\1/iu;

const squeeze = (word: string): string => word.replace(/(.)\1+/gu, "$1");

const is = (token: Token, word: string): boolean =>
  token.word === word || (token.stretched && squeeze(token.word) === squeeze(word));

interface Token {
  word: string;
  stretched: boolean;
  start: number;
  end: number;
}

function read(text: string): Token[] {
  const { count, units, from, to, start, end } = normalise(text);
  return Array.from({ length: count }, (_, t) => ({
    word: String.fromCharCode(...units.subarray(from[t], to[t])),
    stretched: STRETCHED.test(text.slice(start[t], end[t])),
    start: start[t] as number,
    end: end[t] as number,
  }));
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
  const tokens = read(text);
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
  const list: WordList = new Map();
  for (const entry of words) {
    const phrase = read(entry).map((token) => token.word);
    const first = phrase[0];
    if (first === undefined) continue;
    const key = squeeze(first);
    const entries = list.get(key);
    if (entries) entries.push({ entry, phrase });
    else list.set(key, [{ entry, phrase }]);
  }
  lists.set(words, list);
  return list;
}
