import { findLinks } from "../comments/render.ts";
import type { Scored, Unavailable } from "../scoring/scorer.ts";
import type { Facts, Marks } from "./rule.ts";

export interface Seen {
  text: string;
  /** ISO 639-1, or null where nobody could tell; then it is unknown. */
  language: string | null;
  scorings: (Scored | Unavailable)[];
  reader: {
    approved: number;
    held: number;
    rejected: number;
    createdAt: Date;
    /** Muted, suspended or banned: what they wrote before they were stopped is looked at as well. */
    muted: boolean;
    trusted: boolean;
  };
  moderation: "post" | "pre";
  heldByPerson: boolean;
  bannedWords: Marks;
  depth: number;
}

/**
 * Everything the rules may ask about one comment, at this moment. A score is that of the first scorer, in the owner's order, that has it; each
 * scorer's own is there too, as `perspective.TOXICITY`. Scores nobody gave are unknown.
 */
export function factsOf(seen: Seen, now: Date): Facts {
  const facts: Record<string, { value: number | string | boolean; marks?: Marks }> = {};
  let scored = false;
  for (const scoring of seen.scorings) {
    if ("unavailable" in scoring) continue;
    scored = true;
    for (const [attribute, score] of Object.entries(scoring.scores)) {
      facts[`${scoring.scorer}.${attribute}`] = { value: score };
      facts[attribute] ??= { value: score, marks: marksOf(scoring, attribute) };
    }
  }
  const links = findLinks(seen.text).map(({ start, end }) => ({ start, end }));
  facts.unscored = { value: !scored };
  facts.links = { value: links.length, marks: links };
  facts.bannedWords = { value: seen.bannedWords.length, marks: seen.bannedWords };
  if (seen.language !== null) facts.language = { value: seen.language };
  facts.length = { value: seen.text.length };
  facts.depth = { value: seen.depth };
  facts.moderation = { value: seen.moderation };
  facts.heldByPerson = { value: seen.heldByPerson };
  facts["reader.approved"] = { value: seen.reader.approved };
  facts["reader.held"] = { value: seen.reader.held };
  facts["reader.rejected"] = { value: seen.reader.rejected };
  facts["reader.muted"] = { value: seen.reader.muted };
  // Trust counts only while nothing speaks against it.
  facts["reader.trusted"] = { value: seen.reader.trusted && !seen.reader.muted };
  facts["reader.ageHours"] = { value: (now.getTime() - seen.reader.createdAt.getTime()) / 3_600_000 };
  return facts;
}

function marksOf(scored: Scored, attribute: string): Marks {
  return scored.spans
    .filter((span) => span.attribute === attribute)
    .map(({ start, end }) => ({ start, end }));
}
