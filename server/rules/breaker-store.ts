import type { Queryable } from "../db/pool.ts";
import { FEWEST, type Rates } from "./breaker.ts";
import type { Tripped } from "./contract.ts";

export interface Watched extends Rates {
  id: string;
  siteId: string;
  version: number;
}

/**
 * The rules that may reject by themselves, with what they met among the comments of the last hour, or since they were switched on, and
 * what the latest finished back-test of the same version met.
 */
export async function findWatched(db: Queryable, now: Date): Promise<Watched[]> {
  const { rows } = await db.query<Watched>({
    name: "rules-watched",
    text: `with watched as (
        select r.id, r.site_id, r.version, greatest(r.mode_set_at, $1::timestamptz - interval '1 hour') as since from rules r
        join rule_versions v on v.rule_id = r.id and v.version = r.version
        where r.mode in ('live', 'canary') and r.deleted_at is null and r.tripped is null
          and (v.definition->>'then' = 'reject' or v.definition->>'whenUnknown' = 'reject')),
      hit as (
        select w.*, (select count(distinct m.comment_id)::int from rule_matches m join comments c on c.id = m.comment_id
          where m.rule_id = w.id and m.version = w.version and m.action = 'reject' and m.created_at >= w.since and c.created_at >= w.since) as hits
        from watched w)
      select h.id, h.site_id as "siteId", h.version, h.hits,
        (select count(*)::int from search_entries e where e.site_id = h.site_id and e.posted_at >= h.since) as seen,
        (t.result->'byAction'->>'reject')::int as "testedHits", (t.result->>'seen')::int as "testedSeen"
      from hit h cross join lateral (select b.result from backtests b where b.rule_id = h.id and b.version = h.version and b.status = 'finished'
        order by b.created_at desc limit 1) t
      where h.hits >= $2`,
    values: [now, FEWEST],
  });
  return rows;
}

export async function saveTripped(tx: Queryable, id: string, tripped: Tripped): Promise<void> {
  await tx.query(`update rules set tripped = $2 where id = $1`, [id, tripped]);
}
