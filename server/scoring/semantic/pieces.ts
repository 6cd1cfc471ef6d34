/** The mark that stands for a blank, and before the first word. */
const BLANK = "\u2581";
/** The first ids stand for no text: unknown, begin, end, spare. */
const RESERVED = 6;
const UNKNOWN = 0;

interface Node {
  next: Map<string, Node>;
  id: number;
  score: number;
}

export type Splitter = (text: string) => number[];

/**
 * Splits text into the most probable pieces of a vocabulary, as SentencePiece's unigram model does (Kudo, 2018): Viterbi over a
 * trie, in time linear in the text, since no piece is longer than 16 letters. Signs that no piece holds are id 0, a row of
 * them once. Never empty. The same ids as the package's own tokeniser, which is quadratic, on text with single blanks.
 */
export function createSplitter(vocabulary: readonly (readonly [string, number])[]): Splitter {
  const root: Node = { next: new Map(), id: -1, score: 0 };
  for (let id = RESERVED; id < vocabulary.length; id++) {
    const [piece, score] = vocabulary[id] as readonly [string, number];
    let node = root;
    for (const letter of piece) {
      const known = node.next.get(letter);
      const child = known ?? { next: new Map(), id: -1, score: 0 };
      if (known === undefined) node.next.set(letter, child);
      node = child;
    }
    node.id = id;
    node.score = score;
  }

  return (text) => {
    const letters = [...`${BLANK}${text.normalize("NFKC").replace(/\s+/gu, BLANK)}`];
    const count = letters.length;
    const best = new Float64Array(count + 1);
    const last = new Int32Array(count + 1);
    const from = new Int32Array(count + 1);
    const reach = (begin: number, end: number, score: number, id: number): void => {
      const total = (best[begin] as number) + score;
      if (best[end] !== 0 && total < (best[end] as number)) return;
      best[end] = total;
      last[end] = id;
      from[end] = begin;
    };
    for (let begin = 0; begin < count; begin++) {
      let found = false;
      let node = root.next.get(letters[begin] as string);
      for (let end = begin + 1; node !== undefined; end++) {
        if (node.id >= 0) {
          found = true;
          reach(begin, end, node.score, node.id);
        }
        node = end < count ? node.next.get(letters[end] as string) : undefined;
      }
      if (!found) reach(begin, begin + 1, 0, UNKNOWN);
    }
    const ids: number[] = [];
    for (let at = count; at > 0; at = from[at] as number) {
      const id = last[at] as number;
      if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
    }
    return ids.reverse();
  };
}
