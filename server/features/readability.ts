/** Letters, with what joins them: "it's", "half-open". */
const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?…:]+(?=\s|$)|\n+/gu;
/** A word of more letters than this is long. */
const LONG = 6;

/**
 * How many words a text has, and how hard it reads by LIX (Björnsson, Läsbarhet, 1968): words a sentence plus long words in a hundred. Newspapers lie around
 * 45 to 55, children's books below 30. It needs no syllables, so it means much the same in the languages written with letters and spaces; 0 without words.
 */
export function readability(text: string): { words: number; lix: number } {
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return { words: 0, lix: 0 };
  const sentences = text.split(SENTENCE_END).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  const long = words.filter((word) => [...word].length > LONG).length;
  const lix = words.length / Math.max(1, sentences) + (100 * long) / words.length;
  return { words: words.length, lix: Math.round(lix) };
}
