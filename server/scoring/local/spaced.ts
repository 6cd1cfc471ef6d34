import { type Folded, SPACE } from "./fold.ts";
import { hashUnits } from "./hash.ts";
import { isWordUnit, kindOf, LETTER, readAs } from "./signs.ts";
import { pushUnits, type Tokens } from "./tokens.ts";
import { COMMON, LISTED, lookUp, PLAIN, RESPELT, TELLING } from "./vocabulary.ts";

const LONGEST_RUN = 64;
const WIDEST_GAP = 3;
const LONGEST_PIECE = 16;

// Letters and gaps share no sign: a row of any one sign is scanned once, never tried in two ways.
const GAP = new Uint8Array(128);
for (const sign of " .-_*,~|/:;+'\"^=") GAP[sign.charCodeAt(0)] = 1;
const isGap = (unit: number): boolean => unit < 128 && GAP[unit] === 1;
const AT = 64;
const DOLLAR = 36;
const isSingle = (unit: number): boolean => unit === AT || unit === DOLLAR || isWordUnit(unit);

const place = new Int32Array(LONGEST_RUN);
const gapBefore = new Int32Array(LONGEST_RUN);
const letters = new Uint16Array(LONGEST_RUN);
const cut = new Int32Array(LONGEST_RUN + 1);
const fewest = new Int32Array(LONGEST_RUN + 1);

/** Whether the unit is a letter or digit with none after it. */
const isAlone = ({ unit, length }: Folded, p: number): boolean =>
  p < length && isSingle(unit[p] as number) && !(p + 1 < length && isSingle(unit[p + 1] as number));

/** Where the run of single letters from `at` ends, and how many it holds. */
function scan(folded: Folded, at: number): { count: number; end: number } {
  const { unit, length } = folded;
  let count = 0;
  let p = at;
  let gap = 0;
  let bySpaces = false;
  while (count < LONGEST_RUN && p < length && isSingle(unit[p] as number)) {
    if (p + 1 < length && isSingle(unit[p + 1] as number)) break;
    place[count] = p;
    gapBefore[count++] = gap;
    let q = p + 1;
    let spaced = false;
    while (q < length && q - p <= WIDEST_GAP && isGap(unit[q] as number))
      if (unit[q++] === SPACE) spaced = true;
    gap = q - p - 1;
    if (gap === 0 || gap > WIDEST_GAP) break;
    // A run is set apart by spaces or by other signs throughout: in "I h.a.t.e u", I is a word, and so is u.
    if (count > 1 && spaced !== bySpaces && isAlone(folded, q)) {
      if (!spaced) count--;
      break;
    }
    bySpaces = spaced;
    p = q;
  }
  folded.steps += p - at + WIDEST_GAP;
  return { count, end: count === 0 ? at : (place[count - 1] as number) + 1 };
}

/**
 * Reads letters set apart ("f u c k", "i.d.i.o.t") as the words they spell, from the boundary `at`.
 * Answers where reading goes on; `tried` is the end of a run that was no word, which need not be scanned again.
 */
export function readSpaced(folded: Folded, at: number, tokens: Tokens): { next: number; tried: number } {
  const { count, end } = scan(folded, at);
  if (count < 3) return { next: at, tried: end };
  let alphabetic = 0;
  let narrowest = WIDEST_GAP;
  for (let i = 0; i < count; i++) {
    const unit = folded.unit[place[i] as number] as number;
    if (kindOf(unit) === LETTER) alphabetic++;
    letters[i] = readAs(unit);
    if (i > 0) narrowest = Math.min(narrowest, gapBefore[i] as number);
  }
  if (alphabetic < 2 || alphabetic * 2 < count) return { next: at, tried: end };
  if (count === 3 && !isListed(0, 3)) return { next: at, tried: end };
  let from = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && (gapBefore[i] as number) <= narrowest) continue;
    readPiece(folded, from, i, tokens);
    from = i;
  }
  return { next: end, tried: end };
}

function isListed(from: number, to: number): boolean {
  return (lookUp(hashUnits(letters, from, to)) & (COMMON | LISTED | RESPELT | TELLING)) !== 0;
}

/** Splits a run into the fewest known words; a run that no words make up stays one word. */
function readPiece(folded: Folded, from: number, to: number, tokens: Tokens): void {
  const length = to - from;
  fewest[0] = 0;
  for (let i = 1; i <= length; i++) {
    fewest[i] = 1000;
    for (let j = Math.max(0, i - LONGEST_PIECE); j < i; j++) {
      const cost = (fewest[j] as number) + 1;
      if (cost >= (fewest[i] as number)) continue;
      const entry = lookUp(hashUnits(letters, from + j, from + i));
      if ((entry & (COMMON | LISTED | RESPELT | TELLING)) === 0 && ((entry & PLAIN) === 0 || i - j < 4))
        continue;
      fewest[i] = cost;
      cut[i] = j;
    }
  }
  const bounds: number[] = [to];
  if ((fewest[length] as number) < 1000)
    for (let i = cut[length] as number; i > 0; i = cut[i] as number) bounds.push(from + i);
  else if (length < 4) for (let i = to - 1; i > from; i--) bounds.push(i);
  let at = from;
  for (const bound of bounds.reverse()) {
    const start = folded.start[place[at] as number] as number;
    const end = folded.end[place[bound - 1] as number] as number;
    pushUnits(tokens, letters, at, bound, start, end);
    at = bound;
  }
}
