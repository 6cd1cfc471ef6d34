import { RE2JS } from "re2js";
import type { Marks } from "./rule.ts";

/** Of a text this much is searched, in UTF-16 units; no comment is longer. */
const TEXT_LIMIT = 5_000;
/** Places told; more of the same say nothing new. */
const PLACES = 50;
/** Compiled patterns that are kept. */
const KEPT = 2_000;

const compiled = new Map<string, RE2JS>();

/** A pattern of RE2's language, which takes linear time on every text; letters of either case. Throws where it is none. */
export function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  const re = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(pattern, re);
  return re;
}

/** Where a text matches, at most fifty places; an empty match is one as well. */
export function findMatches(pattern: string, text: string): Marks {
  const matcher = compile(pattern).matcher(text.slice(0, TEXT_LIMIT));
  const places: Marks = [];
  while (places.length < PLACES && matcher.find())
    places.push({ start: matcher.start(), end: matcher.end() });
  return places;
}
