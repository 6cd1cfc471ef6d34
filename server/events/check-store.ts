import type { Queryable } from "../db/pool.ts";
import type { Break, ChainCheck } from "./check-chain.ts";

export interface CheckRow {
  /** Events that were found as they were. */
  events: number;
  /** How far it looked. */
  eventId: string;
  broken: Break | null;
  checkedAt: Date;
}

export async function saveCheck(db: Queryable, { end, events, broken }: ChainCheck): Promise<void> {
  await db.query(
    `insert into chain_checks (event_id, hash, events, broken_at, problem) values ($1, $2, $3, $4, $5)`,
    [end.eventId, end.hash, events, broken?.eventId ?? null, broken?.problem ?? null],
  );
}

/** The newest check of the whole chain. */
export async function lastCheck(db: Queryable): Promise<CheckRow | null> {
  const { rows } = await db.query<{
    events: string;
    eventId: string;
    brokenAt: string | null;
    problem: Break["problem"] | null;
    checkedAt: Date;
  }>(
    `select events, event_id::text as "eventId", broken_at::text as "brokenAt", problem, checked_at as "checkedAt"
     from chain_checks order by id desc limit 1`,
  );
  const [row] = rows;
  if (!row) return null;
  const { brokenAt, problem, checkedAt, eventId } = row;
  const broken = brokenAt !== null && problem !== null ? { eventId: brokenAt, problem } : null;
  return { events: Number(row.events), eventId, broken, checkedAt };
}
