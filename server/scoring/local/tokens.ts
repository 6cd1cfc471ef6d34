import { hashUnits } from "./hash.ts";
import { isCommon, joinedWord, respelledWord, unstretched } from "./known-words.ts";
import { DIGIT, isWordUnit, kindOf } from "./signs.ts";

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
  for (let i = a; i < last; i++) {
    const unit = source[i] as number;
    run = i > a && unit === source[i - 1] ? run + 1 : 1;
    if (run > longestRun) longestRun = run;
    if (kindOf(unit) === DIGIT) digits++;
    if (run <= 2) units[tokens.used++] = unit;
  }
  tokens.steps += last - a;
  if (digits === last - a) {
    tokens.used = from;
    pushWord(tokens, b - a < 5 ? "0" : "00", start, end);
    return;
  }
  let meant: string | undefined;
  if (longestRun > 2) meant = unstretched(source, a, last, false);
  const hash = hashUnits(units, from, tokens.used);
  meant ??= respelledWord(hash);
  if (meant === undefined && longestRun === 2 && !isCommon(hash)) meant = unstretched(source, a, last, true);
  if (meant !== undefined) {
    tokens.used = from;
    pushWord(tokens, meant, start, end);
  } else close(tokens, from, start, end);
  joinBroken(tokens);
}

/** Puts together a strong word that was broken in two ("fu ck", "bit.ch"). */
function joinBroken(tokens: Tokens): void {
  const last = tokens.count - 1;
  if (last < 1) return;
  const from = tokens.from[last - 1] as number;
  const middle = tokens.to[last - 1] as number;
  const to = tokens.to[last] as number;
  if (middle !== tokens.from[last] || to - from < 4 || to - from > 14) return;
  if ((tokens.start[last] as number) - (tokens.end[last - 1] as number) > 3) return;
  if (!isWordUnit(tokens.units[from] as number)) return;
  const word = joinedWord(hashUnits(tokens.units, middle, to, tokens.hash[last - 1]));
  if (word === undefined) return;
  if (isCommon(tokens.hash[last - 1] as number) && isCommon(tokens.hash[last] as number)) return;
  tokens.count = last;
  tokens.to[last - 1] = to;
  tokens.end[last - 1] = tokens.end[last] as number;
  tokens.hash[last - 1] = hashUnits(tokens.units, from, to);
}
