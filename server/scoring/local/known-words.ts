import { hashString, hashUnits } from "./hash.ts";
import { isHeard, soundOf } from "./respellings.ts";
import { canMean, DIGIT, kindOf, LETTER } from "./signs.ts";
import {
  countedWords,
  KNOWN,
  LISTED,
  lookUp,
  RESPELT,
  rankOf,
  TELLING,
  tellingWords,
  wordOf,
} from "./vocabulary.ts";

const A = 97;
const STAR = 42;
const JOINERS = new Set([...".-_/:,;&="].map((sign) => sign.charCodeAt(0)));
const LONGEST_KNOWN = 16;
const MOST_STRETCHES = 3;

// Each is made when a text first needs it.
let shapes: Shapes | undefined;
let squeezed: Map<number, string[]> | undefined;
let sounds: Map<number, string> | undefined;

interface Shapes {
  /** Listed words by length. */
  listed: string[][];
  /** Telling words by length × 32 + first letter. */
  telling: string[][];
}

function readShapes(): Shapes {
  const listed: string[][] = Array.from({ length: LONGEST_KNOWN + 1 }, () => []);
  const telling: string[][] = Array.from({ length: (LONGEST_KNOWN + 1) * 32 }, () => []);
  for (const word of tellingWords()) {
    if (word.length > LONGEST_KNOWN) continue;
    if ((lookUp(hashString(word)) & LISTED) !== 0) listed[word.length]?.push(word);
    telling[word.length * 32 + (word.charCodeAt(0) & 31)]?.push(word);
  }
  return { listed, telling };
}

/** Telling words by their letters without repeats. */
function readSqueezed(): Map<number, string[]> {
  const words = new Map<number, string[]>();
  for (const word of tellingWords()) {
    spell(word);
    const key = hashUnits(scratch, 0, squeeze(spelled, 0, word.length));
    const others = words.get(key);
    if (others === undefined) words.set(key, [word]);
    else others.push(word);
  }
  return words;
}

/** Telling words of the data by how they sound. */
function readSounds(): Map<number, string> {
  const words = new Map<number, string>();
  for (const word of countedWords()) {
    if (!isHeard(word)) continue;
    spell(word);
    const sound = soundOf(spelled, 0, word.length);
    if (!words.has(sound)) words.set(sound, word);
  }
  return words;
}

const spelled = new Uint16Array(64);
function spell(word: string): void {
  for (let i = 0; i < word.length; i++) spelled[i] = word.charCodeAt(i);
}

/** Whether every run of letters in the word is at least as long as in the known word that it squeezes to. */
function stretches(units: Uint16Array, from: number, to: number, word: string): boolean {
  let at = 0;
  for (let i = from; i < to; ) {
    const unit = units[i];
    let run = 0;
    while (i < to && units[i] === unit) {
      i++;
      run++;
    }
    let wanted = 0;
    while (at < word.length && word.charCodeAt(at) === unit) {
      at++;
      wanted++;
    }
    if (run < wanted) return false;
  }
  return at === word.length;
}

const scratch = new Uint16Array(64);

/** Leaves the letters without repeats in `scratch`, and answers how many. */
function squeeze(units: Uint16Array, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to && n < 64; i++)
    if (i === from || units[i] !== units[i - 1]) scratch[n++] = units[i] as number;
  return n;
}

/** The telling word behind a stretched one ("fuuuck", "stuupid"), if any. */
export function unstretched(units: Uint16Array, from: number, to: number): string | undefined {
  squeezed ??= readSqueezed();
  const words = squeezed.get(hashUnits(scratch, 0, squeeze(units, from, to)));
  if (words === undefined) return undefined;
  let best: string | undefined;
  for (const word of words)
    if (stretches(units, from, to, word) && (best === undefined || word.length > best.length)) best = word;
  return best;
}

/** The commonest known word that runs of three letters and more can be cut down to ("sooo", "niiice"), if any. */
export function relaxed(units: Uint16Array, from: number, to: number): string | undefined {
  let best = 0;
  for (let choice = 0; choice < 1 << MOST_STRETCHES; choice++) {
    let n = 0;
    let stretch = 0;
    for (let i = from; i < to; ) {
      const unit = units[i] as number;
      let run = 1;
      while (i + run < to && units[i + run] === unit) run++;
      const keep = run < 3 ? run : stretch < MOST_STRETCHES ? 1 + ((choice >> stretch++) & 1) : 1;
      for (let k = 0; k < keep; k++) scratch[n++] = unit;
      i += run;
    }
    const entry = lookUp(hashUnits(scratch, 0, n));
    if ((entry & KNOWN) !== 0 && (best === 0 || rankOf(entry) < rankOf(best))) best = entry;
    if (choice >= (1 << stretch) - 1) break;
  }
  return best === 0 ? undefined : wordOf(best);
}

/** The strong word that an unknown one sounds like ("phukker", "byitch"), if any. */
export function heard(units: Uint16Array, from: number, to: number): string | undefined {
  if (to - from < 4 || to - from > 14) return undefined;
  sounds ??= readSounds();
  return sounds.get(soundOf(units, from, to));
}

/** The listed or telling word that a masked or leetspoken stretch of units fits ("f*ck", "$h1t", "h*p*cr*te"), if any. */
export function unmasked(units: Uint16Array, from: number, to: number): string | undefined {
  const length = to - from;
  if (length < 3 || length > LONGEST_KNOWN) return undefined;
  shapes ??= readShapes();
  let letters = 0;
  let digits = 0;
  let stars = 0;
  let soft = 0;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    const kind = kindOf(unit);
    if (kind === LETTER) letters++;
    else if (kind === DIGIT) digits++;
    else if (unit === STAR) stars++;
    else soft++;
  }
  if (letters === 0) return undefined;
  const first = kindOf(units[from] as number);
  if (soft === 0 && stars === 0 && letters < digits) return undefined;
  if (soft + stars > 0 && letters + digits < 2)
    if (stars !== length - 1 || first !== LETTER || (length < 4 && units[from] !== A)) return undefined;
  if (stars > 0 && first !== LETTER) return undefined;
  const drawn = drawnLike(units, from, to);
  const mild = joining(units, from, to);
  // A dot or dash hides a letter only in the midst of a longer word; other marks may also in a short one.
  if (soft > 0 && stars === 0 && !drawn && ((mild && length < 4) || soft * 2 > length)) return undefined;
  const listed = shapes.listed[length] as string[];
  const word =
    firstFit(units, from, to, listed, false) ?? (mild ? undefined : firstFit(units, from, to, listed, true));
  if (word !== undefined || first !== LETTER || letters * 2 < length || letters < 3) return word;
  if (mild ? length < 5 || piecesKnown(units, from, to) : soft > 1 && !drawn) return undefined;
  const telling = shapes.telling[length * 32 + ((units[from] as number) & 31)] as string[];
  return firstFit(units, from, to, telling, false) ?? firstFit(units, from, to, telling, letters > 3);
}

/** Whether the signs in the stretch part known words, as in "on-line". */
function piecesKnown(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; ) {
    let end = i;
    while (end < to && kindOf(units[end] as number) === LETTER) end++;
    if (end > i && lookUp(hashUnits(units, i, end)) === 0) return false;
    i = end + 1;
  }
  return true;
}

/** The first word that fits; `loose` lets $ and @ hide any letter. */
function firstFit(
  units: Uint16Array,
  from: number,
  to: number,
  words: readonly string[],
  loose: boolean,
): string | undefined {
  for (const word of words) {
    let i = 0;
    while (from + i < to && canMean(units[from + i] as number, word.charCodeAt(i), loose && i > 0)) i++;
    if (from + i === to) return word;
  }
  return undefined;
}

/** Whether all signs in the stretch are drawn like letters (@ $ !), none merely hides one. */
function drawnLike(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    const kind = kindOf(unit);
    if (kind !== LETTER && kind !== DIGIT && unit !== 64 && unit !== 36 && unit !== 33) return false;
  }
  return true;
}

/** Whether the stretch has a sign in it that also joins words: . - _ / : or a comma. */
function joining(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (JOINERS.has(units[i] as number)) return true;
  return false;
}

/**
 * The strong word whose beginning and end stand around a row of stars, however many ("f**ing", "mother*****"), if any.
 */
export function starred(units: Uint16Array, from: number, to: number): string | undefined {
  shapes ??= readShapes();
  let head = from;
  while (head < to && kindOf(units[head] as number) === LETTER) head++;
  let tail = to;
  while (tail > head && kindOf(units[tail - 1] as number) === LETTER) tail--;
  if (head === from || tail - head < 2 || head - from + (to - tail) < 3) return undefined;
  for (let i = head; i < tail; i++) if (units[i] !== STAR) return undefined;
  for (let length = head - from + (to - tail) + 1; length <= LONGEST_KNOWN; length++)
    for (const word of shapes.listed[length] as string[]) {
      let i = 0;
      while (from + i < head && word.charCodeAt(i) === units[from + i]) i++;
      let j = 1;
      while (to - j >= tail && word.charCodeAt(length - j) === units[to - j]) j++;
      if (from + i === head && to - j < tail) return word;
    }
  return undefined;
}

/** Whether the entry is of a word that disguises are read as. */
export const isTelling = (entry: number): boolean => (entry & (TELLING | LISTED)) !== 0;
/** Whether the vocabulary has the word as it stands. */
export const isWord = (entry: number): boolean => entry !== 0 && (entry & RESPELT) === 0;
