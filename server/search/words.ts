const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in small letters; whatever is neither letter nor digit parts them. search_entries_due reads texts alike. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Where these words are in a text, in UTF-16 units. */
export function marksOf(text: string, words: ReadonlySet<string>): { start: number; end: number }[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    words.has(word.toLowerCase()) ? [{ start: index, end: index + word.length }] : [],
  );
}
