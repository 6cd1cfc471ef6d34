/** What a folded unit can be. */
export const BLANK = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Drawn inside words in place of a letter, or to hide one. */
export const STAND_IN = 3;
export const PUNCTUATION = 4;
export const PICTURE = 5;

const KINDS = new Uint8Array(65_536);
const UNKNOWN = 255;
KINDS.fill(UNKNOWN);
for (let code = 0; code < 128; code++) KINDS[code] = PUNCTUATION;
for (let code = 97; code <= 122; code++) KINDS[code] = LETTER;
for (let code = 48; code <= 57; code++) KINDS[code] = DIGIT;
for (const sign of "@$!|+*€£") KINDS[sign.charCodeAt(0)] = STAND_IN;
KINDS[32] = BLANK;

function kindOfRare(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return PICTURE;
  const char = String.fromCharCode(unit);
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{N}/u.test(char)) return DIGIT;
  return unit > 0x2000 ? PICTURE : PUNCTUATION;
}

export function kindOf(unit: number): number {
  let kind = KINDS[unit] as number;
  if (kind === UNKNOWN) {
    kind = kindOfRare(unit);
    KINDS[unit] = kind;
  }
  return kind;
}

export function isWordUnit(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === LETTER || kind === DIGIT;
}

const NO_LETTER = 0;
const READ_AS = new Uint16Array(65_536);
for (const [sign, letter] of Object.entries({
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "i",
  "+": "t",
  "€": "e",
  "£": "l",
}))
  READ_AS[sign.charCodeAt(0)] = letter.charCodeAt(0);

/** The letter that a leetspeak sign stands for, or the unit itself. */
export function readAs(unit: number): number {
  const letter = READ_AS[unit] as number;
  return letter === NO_LETTER ? unit : letter;
}

/**
 * Whether a written unit can be meant as this letter: itself, a sign drawn like it, or a sign that hides any letter, which $
 * does only if `loose`.
 */
export function canMean(unit: number, letter: number, loose: boolean): boolean {
  if (unit === letter) return true;
  const kind = kindOf(unit);
  if (kind === LETTER) return false;
  if (kind === DIGIT) {
    if (unit === 49) return letter === 105 || letter === 108;
    if (unit === 54 || unit === 57) return letter === 103;
    if (unit === 56) return letter === 98;
    if (unit === 50) return letter === 122;
    return readAs(unit) === letter;
  }
  return loose || unit !== 36 || letter === 115;
}
