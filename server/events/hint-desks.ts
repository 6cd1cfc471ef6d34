import type { Queryable } from "../db/pool.ts";
import type { LiveEvent } from "./contract.ts";

/** Tells a site's desks, at the commit of `tx`, to read anew what they show: something changed that is no event, such as scores. */
export async function hintDesks(tx: Queryable, siteId: string): Promise<void> {
  const hint: LiveEvent = { type: "queue.changed", siteId };
  await tx.query(`select pg_notify('live', $1)`, [JSON.stringify([hint])]);
}
