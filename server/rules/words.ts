import { normalise } from "../scoring/local/normalise.ts";
import type { Marks } from "./rule.ts";

/** Words and phrases, read as the scorer reads them, by their first word without double letters. */
type WordList = Map<string, string[][]>;

const lists = new WeakMap<readonly string[], WordList>();

/** Where a text uses one of these words or phrases, also disguised ones: offsets into the text as it was given. */
export function findWords(text: string, words: readonly string[]): Marks {
  if (words.length === 0) return [];
  const list = listOf(words);
  const tokens = read(text);
  const found: Marks = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    for (const phrase of list.get(squeeze(token.word)) ?? []) {
      const last = tokens[i + phrase.length - 1];
      if (last && phrase.every((word, k) => is(tokens[i + k] as Token, word)))
        found.push({ start: token.start, end: last.end });
    }
  }
  return found;
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

function listOf(words: readonly string[]): WordList {
  const known = lists.get(words);
  if (known) return known;
  const list: WordList = new Map();
  for (const entry of words) {
    const phrase = read(entry).map((token) => token.word);
    const first = phrase[0];
    if (first !== undefined) {
      const key = squeeze(first);
      list.set(key, [...(list.get(key) ?? []), phrase]);
    }
  }
  lists.set(words, list);
  return list;
}
