import { hashString, hashUnits } from "./hash.ts";
import { COMMON, DISGUISED, JOINED, RESPELLED } from "./lexicon.ts";
import { canMean, DIGIT, kindOf, LETTER } from "./signs.ts";

const STAR = 42;
const LONGEST_KNOWN = 16;

const common = new Set(COMMON.map((word) => hashString(word)));
const listed = new Map(DISGUISED.map((word) => [hashString(word), word]));
const joined = new Map(JOINED.map((word) => [hashString(word), word]));
const respelled = new Map([...RESPELLED].map(([word, meant]) => [hashString(word), meant]));
const byLength: string[][] = Array.from({ length: LONGEST_KNOWN + 1 }, () => []);
for (const word of DISGUISED) byLength[word.length]?.push(word);

const squeezeString = (word: string): string => word.replace(/(.)\1+/gu, "$1");
const squeezed = new Map<number, string[]>();
for (const word of [...DISGUISED, ...COMMON]) {
  const key = hashString(squeezeString(word));
  squeezed.set(key, [...(squeezed.get(key) ?? []), word]);
}

export const isCommon = (hash: number): boolean => common.has(hash);
export const listedWord = (hash: number): string | undefined => listed.get(hash);
export const joinedWord = (hash: number): string | undefined => joined.get(hash);
export const respelledWord = (hash: number): string | undefined => respelled.get(hash);

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

/** The known word behind a stretched one ("fuuuck", "sooo"), if any. With `strong`, only the strong words. */
export function unstretched(
  units: Uint16Array,
  from: number,
  to: number,
  strong: boolean,
): string | undefined {
  let n = 0;
  for (let i = from; i < to && n < 64; i++)
    if (i === from || units[i] !== units[i - 1]) scratch[n++] = units[i] as number;
  const words = squeezed.get(hashUnits(scratch, 0, n));
  if (words === undefined) return undefined;
  let best: string | undefined;
  for (const word of words) {
    if (strong && !joined.has(hashString(word))) continue;
    if (stretches(units, from, to, word) && (best === undefined || word.length > best.length)) best = word;
  }
  return best;
}

/** The listed word that a masked or leetspoken stretch of units fits ("f*ck", "$h1t", "f***ing"), if any. */
export function unmasked(units: Uint16Array, from: number, to: number): string | undefined {
  const length = to - from;
  if (length < 3 || length > LONGEST_KNOWN) return undefined;
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
  if (soft === 0 && stars === 0) {
    if (letters === 0 || letters < digits) return undefined;
  } else if (
    letters + digits < 2 &&
    !(stars === length - 1 && first === LETTER && (length > 3 || units[from] === 97))
  )
    return undefined;
  if (stars > 0 && first !== LETTER) return undefined;
  // A dot, dash or other mark hides a letter only in the midst of a longer word.
  if (soft > 0 && stars === 0 && (length < 4 || soft * 2 > length) && !drawnLike(units, from, to))
    return undefined;
  for (const word of byLength[length] as string[]) {
    let i = 0;
    while (i < length && canMean(units[from + i] as number, word.charCodeAt(i))) i++;
    if (i === length) return word;
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
