import { SHOWN, SHOWN_FROM } from "../batches/shown.ts";
import type { Queryable } from "../db/pool.ts";

/** What of a rule is meant; `version` null: every one. */
export interface Meant {
  ruleId: string;
  version: number | null;
  from: Date;
  to: Date;
}

/** How many comments a preview shows. */
const SAMPLE = 12;

/**
 * What a rule held or rejected by itself in a period, each with where the other rules that looked at it then would have led: the strictest of what they did, as
 * their matches tell, and `approved` where none did anything. $1 to $4: the rule, the version or null, from, to.
 */
const DID = `select c.id, c.version as seen, d.id as decision, d.version = c.version as latest, d.status as did,
    case when d.matches @? ('$[*] ? (@.rule != "' || $1::text || '" && @.action == "reject")')::jsonpath then 'rejected'
      when d.matches @? ('$[*] ? (@.rule != "' || $1::text || '" && @.action == "hold")')::jsonpath then 'held' else 'approved' end as others,
    exists (select from queue_entries q where q.comment_id = c.id and q.queue in ('appealed', 'escalated')) as elsewhere
  from rule_matches m join decisions d on d.id = m.decision_id join comments c on c.id = m.comment_id
  where m.rule_id = $1::text::uuid and ($2::int is null or m.version = $2) and m.live and m.action in ('hold', 'reject')
    and m.created_at >= $3 and m.created_at < $4 and c.status not in ('pending', 'withdrawn')`;

/** Of those: what is as the rule left it, and would not be without it. */
const CHANGES = `latest and not elsewhere and others <> did`;

const valuesOf = ({ ruleId, version, from, to }: Meant): unknown[] => [ruleId, version, from, to];

export interface RuleUndoCounts {
  count: number;
  published: number;
  held: number;
  alike: number;
  since: number;
  elsewhere: number;
  sample: { id: string; version: number }[];
}

/** What taking back would change, and what it would leave. The sample goes by a hash of the ids, as a batch's does. */
export async function countUndo(db: Queryable, meant: Meant): Promise<RuleUndoCounts> {
  const { rows } = await db.query<RuleUndoCounts>(
    `with did as materialized (${DID})
     select count(*) filter (where ${CHANGES})::int as count,
       count(*) filter (where ${CHANGES} and others = 'approved')::int as published,
       count(*) filter (where ${CHANGES} and others = 'held')::int as held,
       count(*) filter (where latest and not elsewhere and others = did)::int as alike,
       count(distinct id) filter (where not latest and not elsewhere)::int as since,
       count(distinct id) filter (where elsewhere)::int as elsewhere,
       (select coalesce(json_agg(${SHOWN} order by s.place), '[]')
          from (select id, row_number() over (order by md5(id::text)) as place from did where ${CHANGES} order by md5(id::text) limit ${SAMPLE}) s
          join comments c on c.id = s.id ${SHOWN_FROM}) as sample
     from did`,
    valuesOf(meant),
  );
  return rows[0] as RuleUndoCounts;
}

/** Adds what is to change to a batch, each with the decision to take back and where that leads; at most `limit`. */
export async function addUndoneByRule(
  tx: Queryable,
  batchId: string,
  meant: Meant,
  limit: number,
): Promise<void> {
  await tx.query(
    `insert into batch_items (batch_id, comment_id, version, undone_id, leads_to)
     select $5, id, seen, decision, others from (${DID}) did where ${CHANGES} limit ${limit}`,
    [...valuesOf(meant), batchId],
  );
}
