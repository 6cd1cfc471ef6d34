import { hashUnits } from "./hash.ts";
import { heard, isTelling, relaxed, unstretched } from "./known-words.ts";
import { DIGIT, isWordUnit, kindOf, LETTER } from "./signs.ts";
import { COMMON, isHonestPair, lookUp, PLAIN, RESPELT, STRONG, wordOf } from "./vocabulary.ts";

export const MOST_TOKENS = 24_576;
const MOST_UNITS = 131_072;
const LONGEST_TOKEN = 64;

/**
 * Normalised words. Token t is units[from[t]..to[t]) and was read from text.slice(start[t], end[t]) of the text as it was
 * given. One buffer is reused by every call: copy what must outlive the next.
 */
export interface Tokens {
  count: number;
  units: Uint16Array;
  used: number;
  from: Int32Array;
  to: Int32Array;
  start: Int32Array;
  end: Int32Array;
  hash: Int32Array;
  /** Most of the letters are capitals. */
  shouted: boolean;
  /** Units looked at, so that a test can tell linear from worse. */
  steps: number;
}

export function createTokens(): Tokens {
  return {
    count: 0,
    units: new Uint16Array(MOST_UNITS),
    used: 0,
    from: new Int32Array(MOST_TOKENS),
    to: new Int32Array(MOST_TOKENS),
    start: new Int32Array(MOST_TOKENS),
    end: new Int32Array(MOST_TOKENS),
    hash: new Int32Array(MOST_TOKENS),
    shouted: false,
    steps: 0,
  };
}

/** Adds a word as it stands, whatever it is. */
export function pushWord(tokens: Tokens, word: string, start: number, end: number): void {
  const from = tokens.used;
  if (from + word.length > MOST_UNITS) return;
  for (let i = 0; i < word.length; i++) tokens.units[tokens.used++] = word.charCodeAt(i);
  close(tokens, from, start, end);
}

function close(tokens: Tokens, from: number, start: number, end: number): void {
  const t = tokens.count;
  if (t >= MOST_TOKENS) {
    tokens.used = from;
    return;
  }
  tokens.from[t] = from;
  tokens.to[t] = tokens.used;
  tokens.start[t] = start;
  tokens.end[t] = end;
  tokens.hash[t] = hashUnits(tokens.units, from, tokens.used);
  tokens.count = t + 1;
}

/** Adds letters and digits, read as the known word that they stretch or respell, numbers by size only. */
export function pushUnits(
  tokens: Tokens,
  source: Uint16Array,
  a: number,
  b: number,
  start: number,
  end: number,
): void {
  const { units } = tokens;
  const from = tokens.used;
  const last = Math.min(b, a + LONGEST_TOKEN);
  if (from + LONGEST_TOKEN > MOST_UNITS) return;
  let longestRun = 1;
  let run = 1;
  let digits = 0;
  let latin = 0;
  for (let i = a; i < last; i++) {
    const unit = source[i] as number;
    run = i > a && unit === source[i - 1] ? run + 1 : 1;
    if (run > longestRun) longestRun = run;
    if (unit >= 97 && unit <= 122) latin++;
    else if (kindOf(unit) === DIGIT) digits++;
    if (run <= 2) units[tokens.used++] = unit;
  }
  tokens.steps += last - a;
  if (digits === last - a) {
    tokens.used = from;
    pushWord(tokens, b - a < 5 ? "0" : "00", start, end);
    return;
  }
  const entry = lookUp(hashUnits(units, from, tokens.used));
  let meant: string | undefined;
  if ((entry & RESPELT) !== 0) meant = wordOf(entry);
  else if (latin === last - a && (entry === 0 || longestRun > 2)) {
    tokens.steps += last - a;
    if (longestRun > 1) meant = unstretched(source, a, last);
    if (longestRun > 2) meant ??= relaxed(source, a, last);
    if (entry === 0) meant ??= heard(units, from, tokens.used);
  }
  if (meant !== undefined) {
    tokens.used = from;
    pushWord(tokens, meant, start, end);
  } else close(tokens, from, start, end);
  joinBroken(tokens);
}

const LONGEST_BROKEN = 14;
const MOST_PIECES = 3;

/** Puts together a telling word that was broken ("fu ck", "bit.ch", "id i ot"). */
function joinBroken(tokens: Tokens): void {
  const last = tokens.count - 1;
  const to = tokens.to[last] as number;
  for (let first = last - 1; first >= 0 && first > last - MOST_PIECES; first--) {
    const from = tokens.from[first] as number;
    const gap = (tokens.start[first + 1] as number) - (tokens.end[first] as number);
    if (tokens.to[first] !== tokens.from[first + 1] || gap > 3 || to - from > LONGEST_BROKEN) return;
    if (kindOf(tokens.units[from] as number) !== LETTER || !isWordUnit(tokens.units[to - 1] as number))
      return;
    if (to - from < 3) continue;
    const hash = hashUnits(tokens.units, tokens.to[first] as number, to, tokens.hash[first]);
    const entry = lookUp(hash);
    if (!isTelling(entry) || !isBroken(tokens, first, last, (entry & STRONG) !== 0, gap)) continue;
    tokens.count = first + 1;
    tokens.to[first] = to;
    tokens.end[first] = tokens.end[last] as number;
    tokens.hash[first] = hash;
    return;
  }
}

/** Whether these neighbours can hardly be honest words; of what they spell, only a strong word is beyond doubt. */
function isBroken(tokens: Tokens, first: number, last: number, strong: boolean, gap: number): boolean {
  let solid = 0;
  let common = 0;
  for (let t = first; t <= last; t++) {
    const piece = lookUp(tokens.hash[t] as number);
    const long = (tokens.to[t] as number) - (tokens.from[t] as number) > 2;
    if ((piece & COMMON) !== 0) common++;
    if ((piece & COMMON) !== 0 || (long && (piece & PLAIN) !== 0)) solid++;
  }
  if (last - first > 1) return solid < 2 && (strong || gap === 1);
  if (isHonestPair(tokens.hash[first] as number, tokens.hash[last] as number)) return false;
  return strong ? common < 2 : solid < 2 && gap === 1;
}
