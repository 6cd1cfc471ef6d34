import { createFolded, type Folded, foldText, SPACE } from "./fold.ts";
import { hashUnits } from "./hash.ts";
import { isCommon, listedWord, unmasked } from "./known-words.ts";
import { DIGIT, isWordUnit, kindOf, LETTER, PICTURE, PUNCTUATION, readAs, STAND_IN } from "./signs.ts";
import { readSpaced } from "./spaced.ts";
import { createTokens, pushUnits, pushWord, type Tokens } from "./tokens.ts";

const folded = createFolded();
const tokens = createTokens();
const decoded = new Uint16Array(64);

const BANG = 33;
const HASH = 35;
const APOSTROPHE = 39;
const STAR = 42;
const QUERY = 63;
const AT = 64;
const DOT = 46;

/**
 * Reads a text as words, past what people do to hide them: look-alikes, accents, invisible characters, leetspeak, masks,
 * letters set apart, stretched or broken words. Time grows linearly with the text. The answer is a buffer that the next
 * call reuses.
 */
export function normalise(text: string): Tokens {
  foldText(text, folded);
  tokens.count = 0;
  tokens.used = 0;
  tokens.steps = 0;
  tokens.shouted = folded.letters >= 8 && folded.capitals > folded.letters * 0.6;
  let chunkEnd = 0;
  let tried = 0;
  let p = 0;
  while (p < folded.length) {
    const unit = folded.unit[p] as number;
    const kind = kindOf(unit);
    if (unit === SPACE) {
      p++;
      continue;
    }
    const opensWord =
      kind === STAND_IN && p + 1 < folded.length && isWordUnit(folded.unit[p + 1] as number) && unit !== STAR;
    if (kind !== LETTER && kind !== DIGIT && !opensWord) {
      p = readSign(p, kind);
      continue;
    }
    let fresh = false;
    if (p >= chunkEnd) {
      fresh = true;
      chunkEnd = p;
      while (chunkEnd < folded.length && folded.unit[chunkEnd] !== SPACE) chunkEnd++;
      tokens.steps += chunkEnd - p;
    }
    if (isAddress(folded, p, chunkEnd)) {
      pushWord(tokens, "xurl", at(p), endAt(chunkEnd));
      p = chunkEnd;
      continue;
    }
    if (p >= tried) {
      const spaced = readSpaced(folded, p, tokens);
      tried = spaced.tried;
      if (spaced.next > p) {
        p = spaced.next;
        continue;
      }
    }
    const masked = fresh ? readMasked(p, chunkEnd) : p;
    p = masked > p ? masked : readSegment(p, chunkEnd);
  }
  tokens.steps += folded.steps;
  return tokens;
}

const at = (p: number): number => folded.start[p] as number;
const endAt = (p: number): number => folded.end[p - 1] as number;

/** Reads one mark or picture: rows of ! and ? count as two at most, rows of stars are a word of their own. */
function readSign(p: number, kind: number): number {
  const unit = folded.unit[p] as number;
  let q = p + 1;
  if (unit === BANG || unit === QUERY) {
    while (q < folded.length && (folded.unit[q] === BANG || folded.unit[q] === QUERY)) q++;
    pushWord(
      tokens,
      String.fromCharCode(unit) + (q > p + 1 ? String.fromCharCode(folded.unit[p + 1] as number) : ""),
      at(p),
      endAt(q),
    );
  } else if (unit === STAR || unit === HASH) {
    while (q < folded.length && folded.unit[q] === unit) q++;
    if (q - p > 2 && q - p < 13) pushWord(tokens, "***", at(p), endAt(q));
  } else if (kind === PICTURE) {
    if (unit >= 0xd800 && unit < 0xdc00 && q < folded.length) q++;
    pushWord(tokens, String.fromCharCode(...folded.unit.subarray(p, q)), at(p), endAt(q));
  }
  tokens.steps += q - p;
  return q;
}

function begins(source: Folded, p: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (source.unit[p + i] !== word.charCodeAt(i)) return false;
  return true;
}

function isAddress(source: Folded, p: number, end: number): boolean {
  const unit = source.unit[p];
  if (unit === 104)
    return (
      end - p > 8 &&
      begins(source, p, "http") &&
      (begins(source, p + 4, "://") || begins(source, p + 4, "s://"))
    );
  return unit === 119 && end - p > 5 && begins(source, p, "www.");
}

/** Tries the whole chunk as one masked word ("f#cking", "sh.t"). Answers where it ended, or p. */
function readMasked(p: number, chunkEnd: number): number {
  let end = chunkEnd;
  while (end > p && chunkEnd - end < 8 && kindOf(folded.unit[end - 1] as number) === PUNCTUATION) end--;
  if (end - p > 16 || end - p < 3) return p;
  let hidden = false;
  for (let i = p + 1; i < end && !hidden; i++)
    hidden = kindOf(folded.unit[i] as number) === PUNCTUATION && folded.unit[i] !== APOSTROPHE;
  if (!hidden) return p;
  const word = unmasked(folded.unit, p, end);
  if (word === undefined) return p;
  pushWord(tokens, word, at(p), endAt(end));
  return end;
}

/** Reads one run of letters, digits, apostrophes and the signs that stand in for letters. */
function readSegment(p: number, chunkEnd: number): number {
  let end = p;
  let signs = 0;
  let digits = 0;
  let letters = 0;
  let quotes = 0;
  for (; end < chunkEnd; end++) {
    const unit = folded.unit[end] as number;
    const kind = kindOf(unit);
    if (kind === LETTER) letters++;
    else if (kind === DIGIT) digits++;
    else if (kind === STAND_IN) signs++;
    else if (unit === APOSTROPHE) quotes++;
    else break;
  }
  tokens.steps += end - p;
  if (signs === 0 && quotes === 0) {
    if (digits > 0 && letters > 0) pushDecoded(p, end);
    else pushUnits(tokens, folded.unit, p, end, at(p), endAt(end));
    return end;
  }
  let core = end;
  while (core > p && !isWordUnit(folded.unit[core - 1] as number)) core--;
  if (signs > 0 && letters > 0) {
    const stars = endOfStars(core, end);
    if (stars > core && stars - p >= 3 && !isKnown(p, core)) {
      const word = unmasked(folded.unit, p, stars);
      if (word !== undefined) {
        pushWord(tokens, word, at(p), endAt(stars));
        return stars;
      }
    }
    const word =
      unmasked(folded.unit, p, core) ?? (end === core + 1 ? unmasked(folded.unit, p, end) : undefined);
    if (word !== undefined) {
      pushWord(tokens, word, at(p), endAt(core));
      return core;
    }
  }
  readParts(p, core, signs > 0 && letters > 0 && core - p <= 24 && folded.unit[end] !== DOT);
  return core;
}

function endOfStars(from: number, end: number): number {
  let p = from;
  while (p < end && folded.unit[p] === STAR) p++;
  return p;
}

function isKnown(from: number, to: number): boolean {
  const hash = hashUnits(folded.unit, from, to);
  return isCommon(hash) || listedWord(hash) !== undefined;
}

/** Splits at signs, save those that stand between letters as a letter would ("m0r@nic"). */
function readParts(from: number, to: number, leet: boolean): void {
  let p = from;
  if (folded.unit[p] === AT) p++;
  while (p < to) {
    while (p < to && !isWordUnit(folded.unit[p] as number)) p++;
    let end = p;
    while (end < to) {
      const unit = folded.unit[end] as number;
      const inside = end > p && end + 1 < to && isWordUnit(folded.unit[end + 1] as number);
      const joins = unit === APOSTROPHE || (leet && (unit === AT || unit === 36));
      if (!isWordUnit(unit) && !(inside && joins)) break;
      end++;
    }
    if (end > p) pushDecoded(p, end);
    tokens.steps += end - p + 1;
    p = Math.max(end, p + 1);
  }
}

/** Reads leetspeak where the signs stand among letters ("id10t"), but leaves ordinals, models and years ("2nd", "covid19"). */
function pushDecoded(p: number, end: number): void {
  const { unit } = folded;
  const start = at(p);
  const stop = endAt(end);
  if (end - p > 24) {
    pushUnits(tokens, unit, p, end, start, stop);
    return;
  }
  const word = unmasked(unit, p, end);
  if (word !== undefined && !listedWord(hashUnits(unit, p, end))) {
    pushWord(tokens, word, start, stop);
    return;
  }
  let head = p;
  while (head < end && kindOf(unit[head] as number) === DIGIT) head++;
  let tail = end;
  while (tail > p && kindOf(unit[tail - 1] as number) === DIGIT) tail--;
  const plain = head > p || tail < end;
  for (let i = p; i < end; i++) decoded[i - p] = plain ? (unit[i] as number) : readAs(unit[i] as number);
  pushUnits(tokens, decoded, 0, end - p, start, stop);
}
