import { readWords } from "./read-words.ts";

/** A word of an entry; `before` and `after`: the text's word may have more letters there. */
export interface Part {
  word: string;
  before: boolean;
  after: boolean;
}

/** An asterisk at an end of a word that leaves three letters or more; with fewer it would catch half the language, and is read as a mask: `f*`. */
const OPEN = /^(\*?)([\p{L}\p{M}\p{N}'’-]{3,}?)(\*?)$/u;

/** A listed word or phrase as the scorer reads it. `idiot*`, `*wit` and `*trottel*` stand for words that begin, end with or have these letters. */
export function readEntry(entry: string): Part[] {
  if (!entry.includes("*")) return plain(entry);
  const words = entry.trim().split(/\s+/u);
  const open = words.map((word) => OPEN.exec(word));
  if (!open.some((one) => one && (one[1] || one[3]))) return plain(entry);
  return words.flatMap((word, i) => {
    const [, before, stem, after] = open[i] ?? [];
    const parts = plain(stem ?? word);
    return parts.map((part, k) => ({
      ...part,
      before: before === "*" && k === 0,
      after: after === "*" && k === parts.length - 1,
    }));
  });
}

const plain = (text: string): Part[] =>
  readWords(text).map(({ word }) => ({ word, before: false, after: false }));
