import type { Queryable } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { visibleSite } from "../sites/visible.ts";
import type { ScoredAttribute, Selection } from "./contract.ts";

/** A value's place in a statement: adds it to the values, answers `$n`. */
export type Place = (value: unknown) => string;

export function placesIn(values: unknown[]): Place {
  return (value) => `$${values.push(value)}`;
}

/** When a comment last became what it is to a person: posted, edited, or put into the queue; to the millisecond, so that a cursor can carry it. */
export const CAME = "date_trunc('milliseconds', greatest(c.created_at, c.edited_at, c.queued_at))";

/** A comment's score: that of the first scorer that has the attribute; null where none has. */
export const scoreOf = (attribute: ScoredAttribute): string =>
  `(select (s.scores ->> '${attribute}')::real from current_scores s
     where s.comment_id = c.id and s.revision = c.revision and s.scores ? '${attribute}' order by s.place, s.scorer limit 1)`;

/** What `comments c` must be to be chosen by this person, as a condition. Throws AppError("not_found") for a site they do not moderate. */
export async function chosenBy(
  db: Queryable,
  by: SignedIn,
  selection: Selection,
  place: Place,
): Promise<string> {
  const { site, queue, status, reader, article, section, language, scores = [], since } = selection;
  const siteIds = site ? [(await visibleSite(db, by, site)).id] : by.siteIds;
  return [
    "c.status <> 'withdrawn'",
    ...(siteIds ? [`c.site_id = any(${place(siteIds)}::uuid[])`] : []),
    ...(queue ? [`c.status = 'held'`] : []),
    ...(status ? [`c.status = any(${place(status)})`] : []),
    ...(reader ? [`c.reader_id = ${place(reader)}::uuid`] : []),
    ...(article ? [`c.article_id = ${place(article)}::uuid`] : []),
    ...(section ? [`c.article_id in (select id from articles where section = ${place(section)})`] : []),
    ...(language ? [language === "und" ? "c.language is null" : `c.language = ${place(language)}`] : []),
    ...(since ? [`c.queued_at >= ${place(since.from)}`, `c.queued_at < ${place(since.to)}`] : []),
    // Scores are the dearest to look at, so they come last.
    ...scores.flatMap(({ attribute, from, to }) => [
      `${scoreOf(attribute)} >= ${place(from)}::real`,
      ...(to < 1 ? [`${scoreOf(attribute)} < ${place(to)}::real`] : []),
    ]),
  ].join(" and ");
}
