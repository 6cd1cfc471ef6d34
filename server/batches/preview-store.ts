import type { Queryable } from "../db/pool.ts";
import { CAME } from "../selections/conditions.ts";
import { SHOWN, SHOWN_FROM } from "./shown.ts";

/** How many comments a preview shows. */
const SAMPLE = 12;

export interface PreviewRow {
  count: number;
  changed: number;
  appealed: number;
  /** How many people wrote them. */
  readers: number;
  statuses: Record<string, number>;
  claims: { moderator: { id: string; name: string }; count: number }[];
  /** Which came last, and when; null: there is none. */
  newest: { came: string; id: string } | null;
  sample: { id: string; version: number }[];
}

/**
 * What is to be said of the comments that `from` and `where` choose. `changed`, an SQL condition, tells those that are not as they were seen. The
 * sample goes by a hash of the ids: the same comments each time one looks, and without regard to anything in them.
 */
export async function previewOf(
  db: Queryable,
  { from, where, changed }: { from: string; where: string; changed: string },
  { values, by, now }: { values: unknown[]; by: string; now: Date },
): Promise<PreviewRow> {
  const [me, at] = [`$${values.length + 1}`, `$${values.length + 2}`];
  const { rows } = await db.query<PreviewRow>(
    `with chosen as materialized (
       select c.id, c.status, c.reader_id, ${CAME} as came, ${changed} as changed from ${from} where ${where}
     ), claimed as (
       select k.moderator_id, count(*)::int as n from chosen join claims k on k.comment_id = chosen.id
       where k.expires_at > ${at} and k.moderator_id <> ${me} group by k.moderator_id
     )
     select (select count(*)::int from chosen) as count,
       (select count(*)::int from chosen where changed) as changed,
       (select count(distinct reader_id)::int from chosen) as readers,
       (select count(*)::int from chosen join queue_entries q on q.comment_id = chosen.id and q.queue = 'appealed') as appealed,
       (select coalesce(json_object_agg(status, n), '{}') from (select status, count(*)::int as n from chosen group by status) s) as statuses,
       (select coalesce(json_agg(json_build_object('moderator', json_build_object('id', m.id, 'name', m.name), 'count', n) order by n desc, m.name), '[]')
          from claimed join moderators m on m.id = claimed.moderator_id) as claims,
       (select json_build_object('came', came, 'id', id) from chosen order by came desc, id desc limit 1) as newest,
       (select coalesce(json_agg(${SHOWN} order by s.place), '[]')
          from (select id, row_number() over (order by md5(id::text)) as place from chosen order by md5(id::text) limit ${SAMPLE}) s
          join comments c on c.id = s.id ${SHOWN_FROM}) as sample`,
    [...values, by, now],
  );
  return rows[0] as PreviewRow;
}
