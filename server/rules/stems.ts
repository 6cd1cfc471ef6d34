/** What is listed under stems: letters that a text's word may begin with. Filled one by one; put in order at the first look. */
export interface Stems<T> {
  /** By their first letters, or by all they have. */
  heads: Map<string, Head<T>>;
  /** The length of the shortest stem, HEAD at most. */
  shortest: number;
}

interface Head<T> {
  stems: Stem<T>[];
  isInOrder: boolean;
}

interface Stem<T> {
  key: string;
  listed: T[];
  /** The longest other stem that this one begins with. */
  shorter: Stem<T> | null;
}

const HEAD = 3;

export const noStems = <T>(): Stems<T> => ({ heads: new Map(), shortest: HEAD });

export function addStem<T>(stems: Stems<T>, key: string, one: T): void {
  const start = key.slice(0, HEAD);
  stems.shortest = Math.min(stems.shortest, start.length);
  const head = stems.heads.get(start);
  const stem = { key, listed: [one], shorter: null };
  if (!head) stems.heads.set(start, { stems: [stem], isInOrder: true });
  else {
    head.stems.push(stem);
    head.isInOrder = false;
  }
}

/**
 * Adds to `found` what is listed under the stems that this word begins with from `at` on. Costs a look-up and the logarithm of the stems that begin with the
 * same three letters, however many lengths they have: between a stem that begins the word and the word itself stand, in order, only stems that begin with it.
 */
export function findStems<T>({ heads, shortest }: Stems<T>, word: string, at: number, found: Set<T[]>): void {
  for (let length = shortest; length <= HEAD && at + length <= word.length; length++) {
    const head = heads.get(word.slice(at, at + length));
    if (!head) continue;
    if (!head.isInOrder) putInOrder(head);
    let stem = head.stems.length === 1 ? (head.stems[0] as Stem<T>) : lastBefore(head.stems, word.slice(at));
    while (stem && !word.startsWith(stem.key, at)) stem = stem.shorter;
    // All that it begins with are there with it.
    for (; stem && !found.has(stem.listed); stem = stem.shorter) found.add(stem.listed);
  }
}

/** The last in order that is not behind this. */
function lastBefore<T>(stems: readonly Stem<T>[], rest: string): Stem<T> | null {
  let [low, high] = [0, stems.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stems[middle] as Stem<T>).key <= rest) low = middle + 1;
    else high = middle;
  }
  return stems[low - 1] ?? null;
}

function putInOrder<T>(head: Head<T>): void {
  const ordered: Stem<T>[] = [];
  for (const stem of head.stems.sort(({ key: one }, { key: other }) =>
    one < other ? -1 : Number(one > other),
  )) {
    let before = ordered.at(-1) ?? null;
    if (before?.key === stem.key) {
      before.listed.push(...stem.listed);
      continue;
    }
    while (before && !stem.key.startsWith(before.key)) before = before.shorter;
    ordered.push({ ...stem, shorter: before });
  }
  head.stems = ordered;
  head.isInOrder = true;
}
