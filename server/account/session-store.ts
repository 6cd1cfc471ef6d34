import type { Queryable } from "../db/pool.ts";
import { IDLE_HOURS } from "../moderators/session.ts";

export interface SessionRow {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

export async function findSessions(db: Queryable, moderatorId: string): Promise<SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
     from sessions where moderator_id = $1 and expires_at > now() and last_seen_at > now() - make_interval(hours => $2)
     order by created_at desc, id limit 200`,
    [moderatorId, IDLE_HOURS],
  );
  return rows;
}

/** Ends one of this person's sessions; whether there was such a one. */
export async function endSession(tx: Queryable, moderatorId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from sessions where moderator_id = $1 and id = $2`, [
    moderatorId,
    id,
  ]);
  return rowCount === 1;
}

/** Ends all of this person's sessions but the one kept; answers how many those were. */
export async function endOtherSessions(
  tx: Queryable,
  moderatorId: string,
  keep: string | null,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from sessions where moderator_id = $1 and ($2::uuid is null or id <> $2)`,
    [moderatorId, keep],
  );
  return rowCount ?? 0;
}
