import { countStuckAppeals } from "../appeals/store.ts";
import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { inScope, sitesOf } from "../moderators/scope.ts";
import { QUEUES, type QueueCounts } from "./contract.ts";
import { forPerson, type Looking, matching, placesIn } from "./looking.ts";

/**
 * How many wait in each queue for this person, of what they may see: summed from what the database notes of each change. A change names its article, so that
 * what waits under one counts for the section that it is in now.
 */
export async function countQueues(db: Queryable, by: Looking["by"], scope: Scope): Promise<QueueCounts> {
  const values: unknown[] = [];
  const place = placesIn(values);
  const seen = inScope(scope, "w", place);
  const counts = QUEUES.map((queue) => {
    const where = [`w.queue = '${queue}'`, ...forPerson(queue, by, place)].join(" and ");
    return `coalesce(sum(n) filter (where ${where}), 0)::int as ${queue}`;
  });
  const [counted, stuckAppeals] = await Promise.all([
    db.query<Omit<QueueCounts, "stuckAppeals">>({
      // Whoever sees whole sites alone is asked about in one of a few ways.
      ...(scope.sections.length === 0 && {
        name: `count-queues-${by.role}-${scope.siteIds ? "sites" : "all"}`,
      }),
      text: `select ${counts.join(", ")} from queue_changes w where ${["true", ...seen].join(" and ")}`,
      values,
    }),
    countStuckAppeals(db, scope),
  ]);
  return { ...(counted.rows[0] as Omit<QueueCounts, "stuckAppeals">), stuckAppeals };
}

/** How many wait of what is looked at. */
export async function countMatching(db: Queryable, looking: Looking): Promise<number> {
  const values: unknown[] = [sitesOf(looking.scope)];
  const where = matching(looking, placesIn(values)).join(" and ");
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from queue_entries w where ${where} and ($1::uuid[] is null or w.site_id = any($1))`,
    values,
  );
  return rows[0]?.n ?? 0;
}
