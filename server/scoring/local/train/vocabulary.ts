import { hashString } from "../hash.ts";
import { DISGUISED, JOINED } from "../lexicon.ts";
import { type Example, readExamples } from "./examples.ts";

/** Least number of texts that hold a word, for it to count as known and as telling. */
const KNOWN_IN = 4;
const TELLING_IN = 5;
/** A telling word is this much likelier in toxic texts, as a log-ratio. */
const TELLING = 0.5;
/** A pair that spells a telling word is left alone when harmless texts have it this often. */
const PAIR_IN = 2;
const PLAIN_WORD = /(?<![\w@#/.'’*$-])[a-z]{2,20}(?![\w@#/'’*$-])/g;
const WORD = /[a-z]+(?:'[a-z]+)*/g;

const increase = (counts: Map<string, number>, word: string, by: number): void => {
  counts.set(word, (counts.get(word) ?? 0) + by);
};

export interface Vocabulary {
  /** Words worth disguising, the commonest in toxic texts first. */
  telling: string[];
  /** Words of harmless texts, the commonest first. */
  known: string[];
  /** Neighbours in harmless texts that would spell a telling word if joined. */
  pairs: string[];
}

/** The words that the normaliser knows, counted in the texts that the model learns from. */
export function vocabularyOf(data: string): Vocabulary {
  const weights = { civil: 0.5, hatemoji: 0.2, stormfront: 0.5, davidson: 0, contrast: 0 };
  const examples = readExamples(data, weights, 1).train.filter(
    (e) => e.weight > 0 && !Number.isNaN(e.labels[0] as number),
  );
  const good = new Map<string, number>();
  const bad = new Map<string, number>();
  const goodWeight = new Map<string, number>();
  const badWeight = new Map<string, number>();
  let allGood = 0;
  let allBad = 0;
  for (const { text, labels, weight } of examples) {
    const toxic = (labels[0] as number) > 0.5;
    if (toxic) allBad += weight;
    else allGood += weight;
    for (const word of new Set(text.toLowerCase().match(PLAIN_WORD))) {
      increase(toxic ? bad : good, word, 1);
      increase(toxic ? badWeight : goodWeight, word, weight);
    }
  }
  const ratio = (word: string): number =>
    Math.log(((badWeight.get(word) ?? 0) + 0.5) / allBad) -
    Math.log(((goodWeight.get(word) ?? 0) + 0.5) / allGood);
  const byCount = (counts: Map<string, number>) => (a: string, b: string) =>
    (counts.get(b) as number) - (counts.get(a) as number) || (a < b ? -1 : 1);
  const telling = [...bad.keys()]
    .filter((word) => word.length > 2 && (bad.get(word) as number) >= TELLING_IN && ratio(word) >= TELLING)
    .sort(byCount(bad));
  const known = [...good.keys()].filter((word) => (good.get(word) as number) >= KNOWN_IN).sort(byCount(good));
  return { telling, known, pairs: honestPairs(examples, [...telling, ...DISGUISED, ...JOINED]) };
}

function honestPairs(examples: readonly Example[], words: readonly string[]): string[] {
  const wanted = new Set(words.map((word) => hashString(word)));
  const counts = new Map<string, number>();
  for (const { text, labels } of examples) {
    if ((labels[0] as number) > 0.5) continue;
    let before = "";
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      if (before !== "" && wanted.has(hashString(before + word))) increase(counts, `${before}+${word}`, 1);
      before = word;
    }
  }
  return [...counts.keys()].filter((pair) => (counts.get(pair) as number) >= PAIR_IN).sort();
}

/** The vocabulary as a file: three paragraphs of words. */
export function printVocabulary({ telling, known, pairs }: Vocabulary): string {
  const wrap = (words: readonly string[]): string => words.join(" ").replace(/(.{1,130})(?: |$)/g, "$1\n");
  return [wrap(telling), wrap(known), wrap(pairs)].join("\n");
}
