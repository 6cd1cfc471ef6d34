import { findLinks } from "../comments/render.ts";
import type { Scored, Unavailable } from "../scoring/scorer.ts";
import { factNamed, WORDS } from "./fact-registry.ts";
import { capitalsIn, domainsOf, emojiIn, rounded } from "./read-text.ts";
import type { Fact, Facts, FactValue, Marks } from "./rule.ts";

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
  } | null;
  revision: number;
  article: { id: string; section: string | null; createdAt: Date } | null;
  moderation: "post" | "pre";
  heldByPerson: boolean;
  bannedWords: Marks;
  /** Of the word lists that the site's rules name; null where none is named. */
  words: Fact | null;
  depth: number;
  /** Of a comment that was posted, by when it was; absent for a text that nobody has posted. */
  posted?: Posted;
}

export interface Posted {
  at: Date;
  /** Other comments of its reader in the hour before. */
  rate: number;
  /** How often it was said in the day before; null where that can no longer be told. */
  repeats: { own: number; others: number } | null;
}

/**
 * Everything the rules may ask about one comment, at this moment. A score is that of the first scorer, in the owner's order, that has it; each
 * scorer's own is there too, as `perspective.TOXICITY`. Scores nobody gave are unknown.
 */
export function factsOf(seen: Seen, now: Date): Facts {
  const facts: Collected = { text: { value: seen.text } };
  const scored = addScores(facts, seen.scorings);
  facts.unscored = { value: !scored };
  addText(facts, seen.text);
  facts.bannedWords = { value: seen.bannedWords.length, marks: seen.bannedWords };
  if (seen.words) facts[WORDS] = seen.words;
  if (seen.language !== null) facts.language = { value: seen.language };
  facts.depth = { value: seen.depth };
  facts.revision = { value: seen.revision };
  facts.moderation = { value: seen.moderation };
  facts.heldByPerson = { value: seen.heldByPerson };
  if (seen.article) addArticle(facts, seen.article, now);
  if (seen.reader) addReader(facts, seen.reader, now);
  if (seen.posted) addPosted(facts, seen.posted);
  return facts;
}

type Collected = Record<string, Fact>;

/** Adds what can be told from the text at any time. */
function addText(facts: Collected, text: string): void {
  const links = findLinks(text);
  const places = links.map(({ start, end }) => ({ start, end }));
  facts.links = { value: links.length, marks: places };
  facts["links.domains"] = { value: domainsOf(links), marks: places };
  facts.length = { value: text.length };
  facts.capitals = { value: capitalsIn(text) };
  facts.emoji = { value: emojiIn(text) };
}

/** Adds scores, and answers whether there are any. */
function addScores(facts: Collected, scorings: Seen["scorings"], wanted?: ReadonlySet<string>): boolean {
  let scored = false;
  for (const scoring of scorings) {
    if ("unavailable" in scoring) continue;
    scored = true;
    for (const [attribute, score] of Object.entries(scoring.scores)) {
      const own = `${scoring.scorer}.${attribute}`;
      if (!wanted || wanted.has(own)) facts[own] = { value: score };
      facts[attribute] ??= { value: score, marks: marksOf(scoring, attribute) };
    }
  }
  return scored;
}

function addArticle(facts: Collected, article: NonNullable<Seen["article"]>, now: Date): void {
  facts.article = { value: article.id };
  if (article.section !== null) facts["article.section"] = { value: article.section };
  facts["article.ageHours"] = { value: hoursSince(article.createdAt, now) };
}

function addReader(facts: Collected, reader: NonNullable<Seen["reader"]>, now: Date): void {
  const { approved, held, rejected, muted } = reader;
  facts["reader.approved"] = { value: approved };
  facts["reader.held"] = { value: held };
  facts["reader.rejected"] = { value: rejected };
  facts["reader.muted"] = { value: muted };
  // Trust counts only while nothing speaks against it.
  facts["reader.trusted"] = { value: reader.trusted && !muted };
  facts["reader.ageHours"] = { value: hoursSince(reader.createdAt, now) };
  if (approved + rejected >= RATE_SAMPLE)
    facts["reader.rejectionRate"] = { value: rounded(rejected / (approved + rejected)) };
}

function addPosted(facts: Collected, { at, rate, repeats }: Posted): void {
  facts.hour = { value: hourOf(at) };
  facts["reader.rate"] = { value: rate };
  if (!repeats) return;
  facts["repeat.own"] = { value: repeats.own };
  facts["repeat.others"] = { value: repeats.others };
}

/** The hour of the day that a comment was posted in, 0 to 23, in UTC: the same for everyone, whatever summer does to clocks. */
export const hourOf = (at: Date): number => at.getUTCHours();

/** A rate of fewer decisions than this says nothing about anybody. */
const RATE_SAMPLE = 5;

/** Never less than none, though clocks differ. */
const hoursSince = (then: Date, now: Date): number =>
  rounded(Math.max(0, now.getTime() - then.getTime()) / 3_600_000);

/** Facts that were kept, all or those wanted, together with the text and the scores that are stored of their own. */
export function keptFacts(
  kept: Readonly<Record<string, FactValue>>,
  { text, articleId, scorings }: { text: string; articleId: string; scorings: Seen["scorings"] },
  wanted?: ReadonlySet<string>,
): Facts {
  const facts: Collected = { text: { value: text }, article: { value: articleId } };
  // Which words were used is kept for the record; a rule tried later asks the lists as they are then.
  for (const name in kept)
    if (name !== WORDS && (!wanted || wanted.has(name))) facts[name] = { value: kept[name] as FactValue };
  addScores(facts, scorings, wanted);
  return facts;
}

/** What can be told later of a comment that was judged before facts were kept: what follows from its text and its scores, and what never changes. */
export function latelyKnown(
  known: Readonly<Record<string, FactValue>>,
  comment: Parameters<typeof keptFacts>[1],
): Facts {
  const facts: Collected = { unscored: { value: comment.scorings.length === 0 } };
  addText(facts, comment.text);
  return { ...facts, ...keptFacts(known, comment) };
}

/** What is kept with a decision, to judge past comments by later rules: all but the scores, which are stored of their own, and the text. */
export function factsToKeep(facts: Facts): Record<string, FactValue> {
  const kept: Record<string, FactValue> = {};
  for (const [name, fact] of Object.entries(facts))
    if (fact && name !== "text" && name !== "article" && factNamed(name)?.type !== "score")
      kept[name] = typeof fact.value === "number" ? rounded(fact.value) : fact.value;
  return kept;
}

function marksOf(scored: Scored, attribute: string): Marks {
  return scored.spans
    .filter((span) => span.attribute === attribute)
    .map(({ start, end }) => ({ start, end }));
}
