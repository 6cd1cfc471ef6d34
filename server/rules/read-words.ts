import { normalise } from "../scoring/local/normalise.ts";

/** A word as the scorer reads it, and where it stands in the text as it was given. */
export interface Token {
  word: string;
  stretched: boolean;
  start: number;
  end: number;
}

/** A stretched word (three times the same letter, as no word is spelled) is read with and without its double letters. */
const STRETCHED = /(\p{L})\1\1/iu;

export function readWords(text: string): Token[] {
  const { count, units, from, to, start, end } = normalise(text);
  return Array.from({ length: count }, (_, t) => ({
    word: String.fromCharCode(...units.subarray(from[t], to[t])),
    stretched: STRETCHED.test(text.slice(start[t], end[t])),
    start: start[t] as number,
    end: end[t] as number,
  }));
}
