import type { Queryable } from "../db/pool.ts";
import type { Sums } from "./definition.ts";
import { PEOPLE } from "./judged-store.ts";

export interface CaughtRow extends Sums {
  entry: string;
  /** Whole days since the period began. */
  day: number;
}

/**
 * How many comments used each entry of a list on each day since then, as it stands with the decisions of the rules; each comment once, on the day it was
 * first seen. What was withdrawn is left out.
 */
export async function caughtSince(
  db: Queryable,
  { siteId, listId, since }: { siteId: string; listId: string; since: Date },
): Promise<CaughtRow[]> {
  const { rows } = await db.query<CaughtRow>({
    name: "words-caught",
    text: `with met as (
        select d.comment_id, substr(w.said, 38 + strpos(substr(w.said, 38), ' ')) as entry, min(d.created_at) as at
        from decisions d cross join lateral jsonb_array_elements_text(d.facts -> 'words') w(said)
        where d.site_id = $1 and d.created_at >= $3 and d.facts -> 'words' <> '[]'::jsonb and starts_with(w.said, $2 || ' ')
        group by 1, 2
      ), judged as (
        select m.entry, floor(extract(epoch from m.at - $3::timestamptz) / 86400)::int as day, ${PEOPLE} as people, c.status
        from met m join comments c on c.id = m.comment_id where c.status <> 'withdrawn'
      )
      select entry, day, count(*)::int as caught, (count(*) filter (where people = 'approved'))::int as approved,
        (count(*) filter (where people = 'rejected'))::int as refused, (count(*) filter (where status = 'approved'))::int as published
      from judged group by entry, day`,
    values: [siteId, listId, since],
  });
  return rows;
}
