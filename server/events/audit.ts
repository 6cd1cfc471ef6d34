import type { Db, Queryable } from "../db/pool.ts";
import { log } from "../log.ts";
import { type ChainCheck, checkChain } from "./check-chain.ts";
import { lastCheck, saveCheck } from "./check-store.ts";

/** The whole chain is checked once in so long, in ms. */
const NIGHTLY = 24 * 3_600_000;

/** Checks the whole chain and keeps what was found; tells the log of a break, and how a whole one ends. */
export async function audit(
  db: Queryable,
  options: Parameters<typeof checkChain>[1] = {},
): Promise<ChainCheck> {
  const check = await checkChain(db, options);
  await saveCheck(db, check);
  const { end, events, broken } = check;
  if (broken)
    log.error({ event: broken.eventId, problem: broken.problem }, "The audit log is not as it was written");
  else
    log.info(
      { events, event: end.eventId, hash: end.hash.toString("hex") },
      "The audit log is as it was written",
    );
  return check;
}

/** Checks the chain when the last time was a day ago, in one process at a time. Whether it did. */
export async function auditWhenDue(db: Db, now = new Date()): Promise<boolean> {
  if (!(await isDue(db, now))) return false;
  const client = await db.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('event chain check')) as mine`,
    );
    if (!rows[0]?.mine) return false;
    try {
      // Another may have made it between the first look and the lock.
      if (!(await isDue(client, now))) return false;
      await audit(client);
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('event chain check'))`);
    }
    return true;
  } finally {
    client.release();
  }
}

async function isDue(db: Queryable, now: Date): Promise<boolean> {
  const last = await lastCheck(db);
  return last === null || now.getTime() - last.checkedAt.getTime() >= NIGHTLY;
}
