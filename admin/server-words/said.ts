import i18next from "i18next";

/**
 * What the server says in English and the same in another language. `{name}` is filled in as it is, `{#name}` with a number, and `{=name}` with words that are
 * said anew as well.
 */
export type Sentences = Readonly<Record<string, string>>;

export const HOLE = /\{([=#]?)([a-z]\w*)\}/gi;

interface Sentence {
  pattern: RegExp;
  holes: string[];
  anew: string;
  /** How many letters are its own: the more, the surer it is the one that is meant. */
  own: number;
}

let sentences: Sentence[] = [];

/** Makes these the sentences that are found. */
export function learn(all: Sentences): void {
  sentences = Object.entries(all)
    .map(([english, anew]) => toSentence(english, anew))
    .sort((a, b) => b.own - a.own);
}

function toSentence(english: string, anew: string): Sentence {
  const holes = [...english.matchAll(HOLE)].map(([hole]) => hole);
  const own = english.replace(HOLE, "").length;
  let pattern = "";
  let from = 0;
  for (const { 0: hole, 1: kind, index } of english.matchAll(HOLE)) {
    pattern += escaped(english.slice(from, index)) + (kind === "#" ? "([\\d.,]+)" : "([\\s\\S]*?)");
    from = index + hole.length;
  }
  return { pattern: new RegExp(`^${pattern}${escaped(english.slice(from))}$`), holes, anew, own };
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What the server says, in the desk's language; null where nobody has put it into that. */
export function saidHere(english: string): string | null {
  if ((i18next.resolvedLanguage ?? "en") === "en") return english;
  for (const { pattern, holes, anew } of sentences) {
    const match = pattern.exec(english);
    if (match) return filled(anew, holes, match.slice(1));
  }
  return null;
}

/** The same where it stands by itself: better in English than not at all. */
export const said = (english: string): string => saidHere(english) ?? english;

function filled(anew: string, holes: string[], found: string[]): string {
  return anew.replace(HOLE, (hole, kind: string) => {
    const words = found[holes.indexOf(hole)] ?? "";
    return kind === "=" ? said(words) : words;
  });
}
