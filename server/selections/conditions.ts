import type { Queryable } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { EVERYTHING, inScope } from "../moderators/scope.ts";
import { matching, type Place } from "../reviews/looking.ts";
import type { SearchFilters } from "../search/contract.ts";
import { ofComment, ofEntry } from "../search/matching.ts";
import { searchingFor } from "../search/searching.ts";
import { scopeOf } from "../sites/visible.ts";
import type { ScoredAttribute, Selection } from "./contract.ts";

/** When a comment last became what it is to a person: posted, edited, or put into the queue; to the millisecond, so that a cursor can carry it. */
export const CAME = "date_trunc('milliseconds', greatest(c.created_at, c.edited_at, c.queued_at))";

/** The score of `queue_entries w`; null where nothing scored it. */
export const scoreOf = (attribute: ScoredAttribute): string => `w.${attribute.toLowerCase()}`;

/** What `comments c` must be to be chosen by this person, as a condition. Throws AppError("not_found") for a site they do not moderate. */
export async function chosenBy(
  db: Queryable,
  by: SignedIn,
  selection: Selection,
  place: Place,
): Promise<string> {
  const { site, queue, status, reader, search } = selection;
  const scope = await scopeOf(db, by, site);
  return [
    "c.status <> 'withdrawn'",
    ...inScope(scope, "c", place),
    ...(status ? [`c.status = any(${place(status)})`] : []),
    ...(reader ? [`c.reader_id = ${place(reader)}::uuid`] : []),
    ...(search ? [await found(db, by, search, place)] : []),
    ...(queue
      ? [`c.id in (select w.comment_id from queue_entries w where ${waiting(by, selection, queue, place)})`]
      : []),
  ].join(" and ");
}

/** What a search finds, as a condition of `comments c`. */
async function found(db: Queryable, by: SignedIn, filters: SearchFilters, place: Place): Promise<string> {
  const scope = await scopeOf(db, by, filters.site);
  const { searching } = await searchingFor(db, { scope, by, filters });
  const entry = [...ofEntry(searching, place), "true"].join(" and ");
  return [
    `c.id in (select e.comment_id from search_entries e where ${entry})`,
    ...ofComment(searching, place),
  ].join(" and ");
}

/** What `queue_entries w` must be; who may see the comment is asked of the comment itself. */
function waiting(
  by: SignedIn,
  { scores = [], since, ...narrowed }: Selection,
  queue: NonNullable<Selection["queue"]>,
  place: Place,
): string {
  return [
    ...matching({ scope: EVERYTHING, by, queue, filters: { ...narrowed, sort: "oldest" } }, place),
    ...(since
      ? [`w.since >= ${place(since.from)}::timestamptz`, `w.since < ${place(since.to)}::timestamptz`]
      : []),
    ...scores.flatMap(({ attribute, from, to }) => [
      `${scoreOf(attribute)} >= ${place(from)}::real`,
      ...(to < 1 ? [`${scoreOf(attribute)} < ${place(to)}::real`] : []),
    ]),
  ].join(" and ");
}
