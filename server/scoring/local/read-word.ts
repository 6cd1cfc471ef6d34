import { hashUnits } from "./hash.ts";
import { starred, unmasked } from "./known-words.ts";
import { at, endAt, folded, tokens } from "./reading.ts";
import { DIGIT, isWordUnit, kindOf, LETTER, readAs, STAND_IN } from "./signs.ts";
import { pushUnits, pushWord } from "./tokens.ts";
import { COMMON, KNOWN, LISTED, lookUp, RESPELT, TELLING, wordOf } from "./vocabulary.ts";

const MOST_TRIES = 3;
const decoded = new Uint16Array(64);

const BANG = 33;
const DOLLAR = 36;
const APOSTROPHE = 39;
const STAR = 42;
const DOT = 46;
const ONE = 49;
const AT = 64;
const L = 108;
const BAR = 124;

/** Tries the whole chunk as one word with stars in it ("h*t*", "f**ing"). Answers where it ended, or p. */
export function readStarry(p: number, chunkEnd: number): number {
  const { unit } = folded;
  let end = chunkEnd;
  while (end > p && !isWordUnit(unit[end - 1] as number) && unit[end - 1] !== STAR) end--;
  if (end - p > 16 || end - p < 3) return p;
  let stars = 0;
  for (let i = p + 1; i < end; i++) if (unit[i] === STAR) stars++;
  if (stars === 0) return p;
  let core = end;
  while (unit[core - 1] === STAR) core--;
  tokens.steps += end - p;
  // *stars* around a word, or after a known one, stress it or point to a note.
  if (core < end && isKnown(p, core)) return p;
  const word = starred(unit, p, end) ?? unmasked(unit, p, end);
  if (word === undefined) return p;
  pushWord(tokens, word, at(p), endAt(end));
  return end;
}

/**
 * Tries what stands from p as one word with signs that hide letters in it ("f#cking", "sh.t", "id$ot"), the longest stretch
 * first. Answers where it ended, or p.
 */
export function readMasked(p: number, chunkEnd: number): number {
  const { unit } = folded;
  const last = Math.min(chunkEnd, p + 17);
  let signs = 0;
  let end = p;
  while (end < last) {
    if (!isWordUnit(unit[end] as number)) {
      if (unit[end] === APOSTROPHE || end + 1 >= last || !isWordUnit(unit[end + 1] as number)) break;
      signs++;
    }
    end++;
  }
  tokens.steps += end - p + 1;
  for (let tries = 0; signs > 0 && tries < MOST_TRIES; tries++) {
    const word = unmasked(unit, p, end);
    if (word !== undefined) {
      pushWord(tokens, word, at(p), endAt(end));
      return end;
    }
    while (isWordUnit(unit[end - 1] as number)) end--;
    end--;
    signs--;
  }
  return p;
}

/** Reads one run of letters, digits, apostrophes and the signs that stand in for letters. */
export function readSegment(p: number, chunkEnd: number): number {
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
    else if (kind === STAND_IN) {
      if (unit === BANG && end > p && end + 1 < chunkEnd && folded.unit[end + 1] === BANG) break;
      signs++;
    } else if (unit === APOSTROPHE) quotes++;
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
  if (letters > 0 && folded.unit[core] === DOLLAR && core < end) {
    let last = core;
    while (last < end && folded.unit[last] === DOLLAR) last++;
    if (readLeet(p, last)) return last;
  }
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
    if (readLeet(p, core)) return core;
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
  return (lookUp(hashUnits(folded.unit, from, to)) & (COMMON | LISTED)) !== 0;
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
      const joins = unit === APOSTROPHE || (leet && (unit === AT || unit === DOLLAR));
      if (!isWordUnit(unit) && !(inside && joins)) break;
      end++;
    }
    if (end > p) pushDecoded(p, end);
    tokens.steps += end - p + 1;
    p = Math.max(end, p + 1);
  }
}

/** Reads a stretch with digits in it: leetspeak as what it spells, ordinals, models and years as they are ("2nd", "covid19"). */
function pushDecoded(p: number, end: number): void {
  const { unit } = folded;
  const length = end - p;
  if (length > 24) {
    pushUnits(tokens, unit, p, end, at(p), endAt(end));
    return;
  }
  tokens.steps += length;
  const entry = lookUp(hashUnits(unit, p, end));
  const word = entry === 0 ? unmasked(unit, p, end) : wordOf(entry);
  if (word !== undefined) {
    pushWord(tokens, word, at(p), endAt(end));
    return;
  }
  if (readLeet(p, end)) return;
  const inside = isLetter(p) && isLetter(end - 1);
  for (let i = p; i < end; i++) decoded[i - p] = inside ? readAs(unit[i] as number) : (unit[i] as number);
  pushUnits(tokens, decoded, 0, length, at(p), endAt(end));
}

const isLetter = (p: number): boolean => kindOf(folded.unit[p] as number) !== DIGIT;

/** Reads a stretch as the known word that its letters and the signs drawn like letters spell ("hyp0cr1t3"), if any. */
function readLeet(p: number, end: number): boolean {
  const { unit } = folded;
  const length = end - p;
  if (length < 4 || length > 24) return false;
  let plain = 0;
  for (let i = p; i < end; i++) {
    const drawn = unit[i] as number;
    if (kindOf(drawn) === LETTER) plain++;
    else if (readAs(drawn) === drawn) return false;
  }
  if (plain === 0) return false;
  const sure = plain > 1 && plain * 2 >= length ? KNOWN | TELLING | RESPELT : TELLING;
  tokens.steps += length * 2;
  for (const one of [readAs(ONE), L]) {
    for (let i = p; i < end; i++) {
      const drawn = unit[i] as number;
      decoded[i - p] = drawn === ONE || drawn === BANG || drawn === BAR ? one : readAs(drawn);
    }
    const entry = lookUp(hashUnits(decoded, 0, length));
    if ((entry & sure) === 0) continue;
    pushWord(tokens, wordOf(entry), at(p), endAt(end));
    return true;
  }
  return false;
}
