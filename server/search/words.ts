const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in small letters; whatever is neither letter nor digit parts them. search_entries_due reads texts alike. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Where these words are in a text, in UTF-16 units. */
export function marksOf(text: string, words: ReadonlySet<string>): { start: number; end: number }[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    words.has(word.toLowerCase()) ? [{ start: index, end: index + word.length }] : [],
  );
}

/** What asked words stand for, of that what these texts have; those that stand for themselves alone are left out. */
export function foundIn(
  texts: readonly string[],
  words: readonly { asked: string; found: string[] }[],
): { asked: string; found: string[] }[] {
  const there = new Set(texts.flatMap(wordsIn));
  return words
    .map(({ asked, found }) => ({ asked, found: found.filter((word) => there.has(word)) }))
    .filter(({ asked, found }) => found.some((word) => word !== asked));
}
