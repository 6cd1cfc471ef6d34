import type { Queryable } from "../db/pool.ts";

/**
 * Whether a moderator may yet judge a comment blind, as an SQL condition: it is in the open appeal of a refusal that is not theirs and that they have not judged, or
 * in the sample and waits for their verdict. `comment` and `moderator` are SQL of ids. A sampled comment that readers report, or that waits for an owner, is judged with all there is to know.
 */
export const isBlind = (comment: string, moderator: string): string =>
  `exists (select from queue_entries q where q.comment_id = ${comment} and (
     q.queue = 'appealed' and q.moderator_id is distinct from ${moderator}::uuid and not exists (
       select from appeals p join judgements j on j.appeal_id = p.id and j.moderator_id = ${moderator}::uuid
       where p.comment_id = q.comment_id and p.outcome is null)
     or q.queue = 'sample' and q.moderator_id is distinct from ${moderator}::uuid and not exists (
       select from queue_entries o where o.comment_id = q.comment_id and o.queue in ('reported', 'escalated'))))`;

/** Those of these comments that the moderator may yet judge blind, and as what. */
export async function blindAmong(
  db: Queryable,
  moderatorId: string,
  ids: string[],
): Promise<Map<string, "appeal" | "sample">> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; as: "appeal" | "sample" }>({
    name: "blind-among",
    text: `select c.id, case when exists (select from queue_entries q where q.comment_id = c.id and q.queue = 'appealed') then 'appeal' else 'sample' end as as
      from unnest($1::uuid[]) as c(id) where ${isBlind("c.id", "$2")}`,
    values: [ids, moderatorId],
  });
  return new Map(rows.map((row) => [row.id, row.as]));
}

/** Those of these decisions that were made on what the moderator may yet judge blind. */
export async function blindDecisions(
  db: Queryable,
  moderatorId: string,
  ids: (string | null)[],
): Promise<Set<string | null>> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return new Set();
  const { rows } = await db.query<{ id: string }>({
    name: "blind-decisions",
    text: `select d.id from decisions d where d.id = any($1) and ${isBlind("d.comment_id", "$2")}`,
    values: [asked, moderatorId],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Those of what moderators would decide that contest a refusal which is another's, before they have said themselves what they would do. */
export async function unjudgedAppeals(
  db: Queryable,
  asked: { commentId: string; moderatorId: string }[],
): Promise<Set<string>> {
  if (asked.length === 0) return new Set();
  const { rows } = await db.query<{ commentId: string }>({
    name: "unjudged-appeals",
    text: `select q.comment_id as "commentId" from json_to_recordset($1::json) as a("commentId" uuid, "moderatorId" uuid)
      join queue_entries q on q.comment_id = a."commentId" and q.queue = 'appealed' and q.moderator_id is distinct from a."moderatorId"
      where not exists (select from appeals p join judgements j on j.appeal_id = p.id and j.moderator_id = a."moderatorId"
        where p.comment_id = q.comment_id and p.outcome is null)`,
    values: [JSON.stringify(asked)],
  });
  return new Set(rows.map((row) => row.commentId));
}
