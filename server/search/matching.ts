import { isBlind } from "../judgements/blind.ts";
import type { Scope, SignedIn } from "../moderators/access.ts";
import { ofSections, sitesOf } from "../moderators/scope.ts";
import { type Place, placesIn } from "../reviews/looking.ts";
import type { SearchFilters } from "./contract.ts";
import { wordsIn } from "./words.ts";

/** Who searches, among which comments. `tsquery` null: whatever the text. */
export interface Searching {
  scope: Scope;
  by: Pick<SignedIn, "id">;
  filters: SearchFilters;
  tsquery: string | null;
}

export { type Place, placesIn };

const like = (part: string): string => `%${part.replace(/[\\%_]/g, "\\$&")}%`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Of which sites and which time `search_entries e` must be: what it is sorted by. */
export function inTime({ scope, filters }: Searching, place: Place): string[] {
  const siteIds = sitesOf(scope);
  const { postedFrom, postedTo } = filters;
  return [
    // One site is looked up in its own index; of several, the planner chooses.
    ...(siteIds === null
      ? []
      : siteIds.length === 1
        ? [`e.site_id = ${place(siteIds[0])}`]
        : [`e.site_id = any(${place(siteIds)})`]),
    ...(postedFrom ? [`e.posted_at >= ${place(postedFrom)}::timestamptz`] : []),
    ...(postedTo ? [`e.posted_at < ${place(postedTo)}::timestamptz`] : []),
  ];
}

/** What `search_entries e` must be: all that is known there, and of which sections. */
export const ofEntry = (searching: Searching, place: Place): string[] => [
  ...ofAnySection(searching, place),
  ...ofSections(searching.scope, "e", place),
];

/** The same of whichever section. */
export function ofAnySection(searching: Searching, place: Place): string[] {
  const { filters, tsquery } = searching;
  const { article, title, section, rule, scored, by, min, max } = filters;
  const score = by ? `coalesce((e.scores ->> '${by}')::real, 0)` : "e.top";
  const inArticles = (which: string): string =>
    `e.article_id in (select a.id from articles a where ${which})`;
  return [
    ...(tsquery === null ? [] : [`e.words @@ ${place(tsquery)}::tsquery`]),
    ...inTime(searching, place),
    ...(article ? [`e.article_id = ${place(article)}::uuid`] : []),
    ...(section ? [inArticles(`a.section = ${place(section)}`)] : []),
    ...(title ? [inArticles(((p) => `a.title ilike ${p} or a.url ilike ${p}`)(place(like(title))))] : []),
    ...(rule ? [`e.rules @> array[${place(rule)}]`] : []),
    ...(scored ? [`(e.scores = '{}') = ${scored === "unscored"}`] : []),
    // A comment that nothing scored has no score to be in a range.
    ...(min === undefined && max === undefined ? [] : [`e.scores <> '{}'`]),
    ...(min === undefined ? [] : [`${score} >= ${place(min)}::real`]),
    ...(max === undefined ? [] : [`${score} <= ${place(max)}::real`]),
  ];
}

/** What `comments c` of that entry must be besides. */
export function ofComment(searching: Searching, place: Place): string[] {
  const { status, language, reader, network, rule, scored, min, max, moderator, decidedFrom, decidedTo } =
    searching.filters;
  const told = [rule, scored, min, max, moderator, decidedFrom, decidedTo].some(
    (filter) => filter !== undefined,
  );
  return [
    ...(status ? [`c.status = ${place(status)}`] : []),
    ...(language ? [language === "und" ? "c.language is null" : `c.language = ${place(language)}`] : []),
    ...(reader ? [ofReader(reader, place)] : []),
    ...(network ? [ofNetwork(network, place)] : []),
    ...(moderator || decidedFrom || decidedTo ? [decidedIn(searching.filters, place)] : []),
    // What is yet to be judged blind is not found by what that judgement must not know.
    ...(told ? [`not ${isBlind("c.id", place(searching.by.id))}`] : []),
  ];
}

function ofReader(reader: string, place: Place): string {
  if (UUID.test(reader)) return `c.reader_id = ${place(reader)}::uuid`;
  const words = wordsIn(reader);
  // The name as it stands, where there is nothing in it to be a word.
  const which =
    words.length === 0
      ? `r.name = ${place(reader)}`
      : `to_tsvector('simple', r.name) @@ ${place(words.map((word) => `'${word}':*`).join(" & "))}::tsquery`;
  return `c.reader_id in (select r.id from readers r where ${which})`;
}

/** By this reader, or by one who came from a network that they came from. */
function ofNetwork(reader: string, place: Place): string {
  const id = `${place(reader)}::uuid`;
  return `(c.reader_id = ${id} or c.reader_id in (
    select o.reader_id from reader_traces t join reader_traces o on o.site_id = t.site_id and o.kind = t.kind and o.hash = t.hash
    where t.reader_id = ${id} and t.kind = 'address'))`;
}

/** That a moderator decided it, this one or then, and that it was not taken back. */
function decidedIn({ moderator, decidedFrom, decidedTo }: SearchFilters, place: Place): string {
  const where = [
    `d.actor = 'moderator'`,
    `d.action <> 'undo'`,
    `not exists (select from decisions u where u.undo_of = d.id)`,
    ...(moderator ? [`d.moderator_id = ${place(moderator)}::uuid`] : []),
    ...(decidedFrom ? [`d.created_at >= ${place(decidedFrom)}::timestamptz`] : []),
    ...(decidedTo ? [`d.created_at < ${place(decidedTo)}::timestamptz`] : []),
  ];
  return `c.id in (select d.comment_id from decisions d where ${where.join(" and ")})`;
}
