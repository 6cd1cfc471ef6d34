import { createForeign, type Foreign, settleScripts } from "./foreign.ts";
import { LOOK_ALIKES } from "./look-alikes.ts";

/** Text past this many UTF-16 units is not read. Perspective's own limit is 20,480 bytes. */
export const LONGEST_TEXT = 20_480;
const CAPACITY = LONGEST_TEXT + 64;
export const SPACE = 32;

/**
 * Folded text: lower case, without accents, invisible characters and look-alikes. Unit i was drawn by
 * text.slice(start[i], end[i]), which takes in the marks that hang on it.
 */
export interface Folded {
  length: number;
  unit: Uint16Array;
  start: Int32Array;
  end: Int32Array;
  letters: number;
  capitals: number;
  /** Letters of another script that were read as the Latin ones they look like. */
  foreign: Foreign;
  steps: number;
}

export function createFolded(): Folded {
  return {
    length: 0,
    unit: new Uint16Array(CAPACITY),
    start: new Int32Array(CAPACITY),
    end: new Int32Array(CAPACITY),
    letters: 0,
    capitals: 0,
    foreign: createForeign(CAPACITY),
    steps: 0,
  };
}

// Soft hyphen, joiners, direction marks, fillers, variation selectors, tags, skin tones, lone surrogates.
const UNSEEN =
  /\u034f|\p{Emoji_Modifier}|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e0fff}\ud800-\udfff]/u;
const MARK = /\p{M}/u;
const BLANK = /[\s\p{Z}\p{Cc}]/u;
const WORDLIKE = /[\p{L}\p{N}]/u;
const NOT_WORDLIKE = /[^\p{L}\p{N}]/gu;
const ASCII = /^[!-~]+$/;
const CAPITAL = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const STAR = 42;

interface Fold {
  units: string;
  letter: boolean;
  capital: boolean;
  picture: boolean;
  /** The letter of another script that `units` is only a look-alike of, or 0. */
  foreign: number;
}

function foldOne(point: number): Fold {
  const char = String.fromCodePoint(point);
  let units = "";
  for (const compatible of UNSEEN.test(char) ? "" : char.normalize("NFKC")) {
    const read = LOOK_ALIKES.get(compatible);
    if (read !== undefined) {
      units += read;
      continue;
    }
    for (const part of compatible.toLowerCase().normalize("NFKD")) {
      if (MARK.test(part) || UNSEEN.test(part)) continue;
      units += BLANK.test(part) ? " " : (LOOK_ALIKES.get(part) ?? part);
    }
  }
  // A sign that reads as several units (㎧, ﷺ) is one word or mark, so that no two words share its place.
  if (units.length > 1 && WORDLIKE.test(units)) units = units.replace(NOT_WORDLIKE, "");
  else if (units.length > 1 && !ASCII.test(units))
    units = String.fromCodePoint(units.codePointAt(0) as number);
  const letter = LETTER.test(char);
  return {
    units,
    letter,
    capital: CAPITAL.test(char),
    picture: PICTURE.test(units),
    foreign: letter && units.length === 1 ? foreignLetter(char, units) : 0,
  };
}

function foreignLetter(char: string, units: string): number {
  const own = char.normalize("NFKC").toLowerCase().normalize("NFKD")[0] as string;
  return own === units || own.charCodeAt(0) < 128 || LATIN.test(own) || /[\ud800-\udfff]/.test(own)
    ? 0
    : own.charCodeAt(0);
}

const folds = new Map<number, Fold>();
const MOST_FOLDS = 8192;

function foldOf(point: number): Fold {
  const known = folds.get(point);
  if (known !== undefined) return known;
  if (folds.size >= MOST_FOLDS) folds.clear();
  const fold = foldOne(point);
  folds.set(point, fold);
  return fold;
}

/** Folds the text into `out`, in one pass. Never throws, whatever the string holds. */
export function foldText(text: string, out: Folded): void {
  const { unit, start, end } = out;
  const length = Math.min(text.length, LONGEST_TEXT);
  let n = 0;
  let letters = 0;
  let capitals = 0;
  let i = 0;
  out.foreign.count = 0;
  while (i < length && n < LONGEST_TEXT) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      let folded = code;
      if (code >= 65 && code <= 90) {
        folded = code + 32;
        letters++;
        capitals++;
      } else if (code >= 97 && code <= 122) letters++;
      else if (code < 33 || code === 127) folded = SPACE;
      else if (code === 96) folded = 39;
      unit[n] = folded;
      start[n] = i;
      end[n++] = ++i;
      continue;
    }
    const point = text.codePointAt(i) as number;
    const next = i + (point > 0xffff ? 2 : 1);
    const fold = foldOf(point);
    if (fold.letter) letters++;
    if (fold.capital) capitals++;
    if (fold.units === "" && n > 0 && end[n - 1] === i && unit[n - 1] !== SPACE) {
      end[n - 1] = next;
      // A sign that folds to several units has one extent: keep it whole.
      for (let k = n - 2; k >= 0 && n - k < 20 && start[k] === start[n - 1]; k--) end[k] = next;
    }
    if (fold.picture && hidesLetter(text, i, next, n > 0 ? (unit[n - 1] as number) : SPACE)) {
      unit[n] = STAR;
      start[n] = i;
      end[n++] = next;
      i = next;
      continue;
    }
    if (fold.foreign > 0) {
      out.foreign.at[out.foreign.count] = n;
      out.foreign.letter[out.foreign.count++] = fold.foreign;
    }
    for (let k = 0; k < fold.units.length && n < CAPACITY; k++) {
      unit[n] = fold.units.charCodeAt(k);
      start[n] = i;
      end[n++] = next;
    }
    i = next;
  }
  out.length = n;
  out.letters = letters;
  out.capitals = capitals;
  out.steps = n + i;
  if (out.foreign.count > 0) settleScripts(out);
}

/** Whether a picture stands in the midst of a word, as a star would. */
function hidesLetter(text: string, from: number, to: number, before: number): boolean {
  const after = text.charCodeAt(text.charCodeAt(to) === 0xfe0f ? to + 1 : to) | 32;
  const first = text.charCodeAt(from - 1) | 32;
  return before >= 97 && before <= 122 && first >= 97 && first <= 122 && after >= 97 && after <= 122;
}
