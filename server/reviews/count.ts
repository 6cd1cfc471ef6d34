import { countStuckAppeals } from "../appeals/store.ts";
import type { Queryable } from "../db/pool.ts";
import { QUEUES, type QueueCounts } from "./contract.ts";
import { forPerson, type Looking, matching, placesIn } from "./looking.ts";

/** How many wait in each queue for this person, counted from the entries; of these sites, or with null of all. */
export async function countQueues(
  db: Queryable,
  by: Looking["by"],
  siteIds: string[] | null,
): Promise<QueueCounts> {
  const values: unknown[] = [siteIds];
  const place = placesIn(values);
  // One count a queue: those without a condition of their own never leave the index.
  const counts = QUEUES.map((queue) => {
    const where = [`w.queue = '${queue}'`, ...forPerson(queue, by, place)].join(" and ");
    return `(select coalesce(sum(n), 0)::int from sites s cross join lateral (
        select count(*) as n from queue_entries w where w.site_id = s.id and ${where}) w
      where $1::uuid[] is null or s.id = any($1)) as ${queue}`;
  });
  const { rows } = await db.query<Omit<QueueCounts, "stuckAppeals">>(`select ${counts.join(", ")}`, values);
  const counted = rows[0] as Omit<QueueCounts, "stuckAppeals">;
  return { ...counted, stuckAppeals: await countStuckAppeals(db, siteIds) };
}

/** How many wait of what is looked at. */
export async function countMatching(db: Queryable, looking: Looking): Promise<number> {
  const values: unknown[] = [looking.siteIds];
  const where = matching(looking, placesIn(values)).join(" and ");
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from queue_entries w where ${where} and ($1::uuid[] is null or w.site_id = any($1))`,
    values,
  );
  return rows[0]?.n ?? 0;
}
