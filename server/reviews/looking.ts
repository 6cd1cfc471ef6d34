import type { Scope, SignedIn } from "../moderators/access.ts";
import { ofSections } from "../moderators/scope.ts";
import type { Queue, QueueFilters } from "./contract.ts";

/** Who looks at which queue, and at what part of it. */
export interface Looking {
  scope: Scope;
  by: Pick<SignedIn, "id" | "role">;
  queue: Queue;
  filters: QueueFilters;
}

/** A value's place in a statement: adds it to the values, answers `$n`. */
export type Place = (value: unknown) => string;

export function placesIn(values: unknown[]): Place {
  return (value) => `$${values.push(value)}`;
}

/**
 * Whether `queue_entries w`, or `queue_changes w`, is for this person: nobody is shown the appeal against their own decision, nor what they have judged as a sample,
 * and an escalation is for owners and who made it.
 */
export function forPerson(queue: Queue, by: Looking["by"], place: Place): string[] {
  if (queue === "appealed" || queue === "sample")
    return [`w.moderator_id is distinct from ${place(by.id)}::uuid`];
  return queue === "escalated" && by.role !== "owner" ? [`w.moderator_id = ${place(by.id)}::uuid`] : [];
}

/** What `queue_entries w` must be for these filters, as conditions; of which sites, the statement says besides. */
export function matching({ queue, by, scope, filters }: Looking, place: Place): string[] {
  const { article, section, reason, rule, language, scored, assigned } = filters;
  return [
    `w.queue = ${place(queue)}`,
    ...ofSections(scope, "w", place),
    ...forPerson(queue, by, place),
    ...(article ? [`w.article_id = ${place(article)}::uuid`] : []),
    ...(section ? [`w.article_id in (select id from articles where section = ${place(section)})`] : []),
    ...(reason ? [`${place(reason)} = any(w.reasons)`] : []),
    ...(rule ? [`w.rules @> array[${place(rule)}]`] : []),
    ...(language ? [language === "und" ? "w.language is null" : `w.language = ${place(language)}`] : []),
    ...(scored ? [`(w.scores = '{}') = ${scored === "unscored"}`] : []),
    ...(assigned
      ? [`w.article_id in (select article_id from assignments where moderator_id = ${place(by.id)}::uuid)`]
      : []),
  ];
}

/** An order of `queue_entries w`: by `key`, then on; what lies behind a place; what a place is made of. */
export interface Order {
  key: string;
  order: string;
  kinds: readonly ("number" | "whole" | "time" | "uuid")[];
  behind(after: string[], place: Place): string;
}

/** `since` is written to the millisecond, so a cursor can carry it whole; so it can a real, which comes back as it was written. */
export function orderOf({ sort, by }: Pick<QueueFilters, "sort" | "by">): Order {
  if (sort === "reports")
    return {
      key: "-w.reports",
      order: "-w.reports, w.since, w.comment_id",
      kinds: ["whole", "time", "uuid"],
      behind: ([reports, since, id], place) =>
        `(-w.reports, w.since, w.comment_id) > (${place(reports)}::int, ${place(since)}::timestamptz, ${place(id)}::uuid)`,
    };
  // Attributes are the contract's own six; the index is on these very words.
  const key = sort !== "score" ? "w.since" : by ? `coalesce((w.scores ->> '${by}')::real, 0)` : "w.top";
  const type = sort === "score" ? "real" : "timestamptz";
  const way = sort === "oldest" ? { sign: ">", dir: "" } : { sign: "<", dir: " desc" };
  return {
    key,
    order: `${key}${way.dir}, w.comment_id${way.dir}`,
    kinds: [sort === "score" ? "number" : "time", "uuid"],
    behind: ([first, id], place) =>
      `(${key}, w.comment_id) ${way.sign} (${place(first)}::${type}, ${place(id)}::uuid)`,
  };
}
