import { HASH_SEED } from "./hash.ts";
import { kindOf, LETTER } from "./signs.ts";
import { lookUp } from "./vocabulary.ts";

/** Letters read as the Latin ones they look like: where, and which they are. */
export interface Foreign {
  count: number;
  at: Int32Array;
  letter: Uint16Array;
}

export const createForeign = (capacity: number): Foreign => ({
  count: 0,
  at: new Int32Array(capacity),
  letter: new Uint16Array(capacity),
});

/** What of a folded text this needs. */
interface Folded {
  length: number;
  unit: Uint16Array;
  letters: number;
  foreign: Foreign;
  steps: number;
}

/** A word with such letters; `mixed` with Latin ones, so that it can only be a disguise. */
interface Word {
  firstMark: number;
  lastMark: number;
  length: number;
  mixed: boolean;
  known: boolean;
}

/**
 * Gives letters of another script back where the text really is in it. A word that mixes scripts is a disguise; one wholly in
 * another script is so only if it reads as a known word or is but a letter or two, in a text that is mostly Latin or reads so
 * throughout.
 */
export function settleScripts(folded: Folded): void {
  const { foreign, unit } = folded;
  const words: Word[] = [];
  let pure = 0;
  let pureKnown = 0;
  let letters = 0;
  for (let m = 0; m < foreign.count; ) {
    const word = wordAt(folded, m);
    words.push(word);
    m = word.lastMark + 1;
    if (word.mixed) continue;
    pure++;
    letters += word.length;
    if (word.known) pureKnown++;
  }
  const disguised = letters * 2 < folded.letters || pureKnown * 5 >= pure * 4;
  for (const word of words) {
    if (word.mixed || (disguised && (word.known || word.length < 3))) continue;
    for (let m = word.firstMark; m <= word.lastMark; m++)
      unit[foreign.at[m] as number] = foreign.letter[m] as number;
  }
}

function wordAt(folded: Folded, firstMark: number): Word {
  const { foreign, unit } = folded;
  let from = foreign.at[firstMark] as number;
  let to = from;
  while (from > 0 && kindOf(unit[from - 1] as number) === LETTER) from--;
  let lastMark = firstMark - 1;
  let hash = HASH_SEED;
  let latin = 0;
  for (to = from; to < folded.length && kindOf(unit[to] as number) === LETTER; to++) {
    const code = unit[to] as number;
    hash = Math.imul(hash ^ code, 0x01000193);
    if (lastMark + 1 < foreign.count && foreign.at[lastMark + 1] === to) lastMark++;
    else if (code >= 97 && code <= 122) latin++;
  }
  folded.steps += to - from;
  return {
    firstMark,
    lastMark: Math.max(firstMark, lastMark),
    length: to - from,
    mixed: latin > 0,
    known: lookUp(hash) !== 0,
  };
}
