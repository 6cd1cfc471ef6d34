import { type Folded, foldText, SPACE } from "./fold.ts";
import { PICTURE_WORDS } from "./pictures.ts";
import { readMasked, readSegment, readStarry } from "./read-word.ts";
import { at, endAt, folded, tokens } from "./reading.ts";
import { DIGIT, isWordUnit, kindOf, LETTER, PICTURE, STAND_IN } from "./signs.ts";
import { readSpaced } from "./spaced.ts";
import { pushWord, type Tokens } from "./tokens.ts";
import { upright } from "./turned.ts";

const BANG = 33;
const HASH = 35;
const STAR = 42;
const QUERY = 63;

/**
 * Reads a text as words, past what people do to hide them: look-alikes, accents, invisible characters, leetspeak, masks,
 * letters set apart, stretched or broken words. Time grows linearly with the text. The answer is a buffer that the next
 * call reuses.
 */
export function normalise(text: string): Tokens {
  foldText(upright(text), folded);
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
    const starry = fresh ? readStarry(p, chunkEnd) : p;
    if (starry > p) {
      p = starry;
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
    const picture = String.fromCharCode(...folded.unit.subarray(p, q));
    const word = PICTURE_WORDS.get(picture.codePointAt(0) as number) ?? picture;
    pushWord(tokens, word, at(p), endAt(q));
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
