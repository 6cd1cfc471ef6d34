import { LRUCache } from "lru-cache";
import { RE2JS } from "re2js";
import type { Marks } from "./rule.ts";

/** Of a text this much is searched, in UTF-16 units; no comment is longer. */
const TEXT_LIMIT = 5_000;
/** Places told; more of the same say nothing new. */
const PLACES = 50;
/** Steps of a pattern with its repetitions written out. Each may be tried at every place of a text. */
const LONGEST = 400;

/** Compiled patterns by how they are written; null: it cannot be read. */
const compiled = new LRUCache<string, { re: RE2JS | null }>({ max: 5_000 });

/**
 * A pattern of RE2's language, which takes linear time on every text; letters of either case. Throws where it is none, or so long that this time is long.
 */
export function compile(pattern: string): RE2JS {
  const re = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  if (re.programSize() > LONGEST)
    throw new Error("its repetitions come to too many steps; repeat less, or say {2,} for “twice or more”");
  return re;
}

function compiledOnce(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known) return known.re;
  let re: RE2JS | null = null;
  try {
    re = compile(pattern);
  } catch {}
  compiled.set(pattern, { re });
  return re;
}

/** Where a text matches, at most fifty places; an empty match is one as well. Null for what is no pattern. */
export function findMatches(pattern: string, text: string): Marks | null {
  const re = compiledOnce(pattern);
  if (!re) return null;
  const searched = text.slice(0, TEXT_LIMIT);
  // Whether it matches at all is told many times faster than where.
  if (!re.test(searched)) return [];
  const matcher = re.matcher(searched);
  const places: Marks = [];
  while (places.length < PLACES && matcher.find())
    places.push({ start: matcher.start(), end: matcher.end() });
  return places;
}
