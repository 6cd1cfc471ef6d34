import { countStuckAppeals } from "../appeals/store.ts";
import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections, sitesOf } from "../moderators/scope.ts";
import { QUEUES, type QueueCounts } from "./contract.ts";
import { forPerson, type Looking, matching, placesIn } from "./looking.ts";

/**
 * How many wait in each queue for this person, of what they may see: summed from what the database notes of each change, which knows sites alone. Of sections,
 * the entries are counted.
 */
export async function countQueues(db: Queryable, by: Looking["by"], scope: Scope): Promise<QueueCounts> {
  const values: unknown[] = [sitesOf(scope)];
  const place = placesIn(values);
  const [ofTheirs] = ofSections(scope, "w", place);
  const from = ofTheirs ? `(select w.*, 1 as n from queue_entries w where ${ofTheirs}) w` : "queue_changes w";
  const counts = QUEUES.map((queue) => {
    const where = [`w.queue = '${queue}'`, ...forPerson(queue, by, place)].join(" and ");
    return `coalesce(sum(n) filter (where ${where}), 0)::int as ${queue}`;
  });
  const { rows } = await db.query<Omit<QueueCounts, "stuckAppeals">>(
    `select ${counts.join(", ")} from ${from} where $1::uuid[] is null or w.site_id = any($1)`,
    values,
  );
  const counted = rows[0] as Omit<QueueCounts, "stuckAppeals">;
  return { ...counted, stuckAppeals: await countStuckAppeals(db, scope) };
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
