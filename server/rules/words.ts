import { normalise } from "../scoring/local/normalise.ts";
import type { Marks } from "./rule.ts";

/** Words and phrases, read as the scorer reads them, by their first word. */
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
    for (const phrase of list.get(token.word) ?? []) {
      const last = tokens[i + phrase.length - 1];
      if (last && phrase.every((word, k) => tokens[i + k]?.word === word))
        found.push({ start: token.start, end: last.end });
    }
  }
  return found;
}

interface Token {
  word: string;
  start: number;
  end: number;
}

function read(text: string): Token[] {
  const { count, units, from, to, start, end } = normalise(text);
  return Array.from({ length: count }, (_, t) => ({
    word: String.fromCharCode(...units.subarray(from[t], to[t])),
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
    if (first !== undefined) list.set(first, [...(list.get(first) ?? []), phrase]);
  }
  lists.set(words, list);
  return list;
}
