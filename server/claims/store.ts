import type { Queryable } from "../db/pool.ts";

export interface ClaimRow {
  commentId: string;
  siteId: string;
  moderatorId: string;
  moderatorName: string;
  claimedAt: Date;
  expiresAt: Date;
}

const COLUMNS = `k.comment_id as "commentId", k.site_id as "siteId", k.moderator_id as "moderatorId", m.name as "moderatorName",
  k.claimed_at as "claimedAt", k.expires_at as "expiresAt"`;

/** The claims on these comments that last beyond `now`. */
export async function activeClaims(
  db: Queryable,
  commentIds: string[],
  now: Date,
): Promise<Map<string, ClaimRow>> {
  const { rows } = await db.query<ClaimRow>({
    name: "active-claims",
    text: `select ${COLUMNS} from claims k join moderators m on m.id = k.moderator_id
      where k.comment_id = any($1) and k.expires_at > $2`,
    values: [commentIds, now],
  });
  return new Map(rows.map((row) => [row.commentId, row]));
}

/** The claim on a comment, past its time or not, locked until the transaction ends: only one of those who see it end may tell. */
export async function lockClaim(tx: Queryable, commentId: string): Promise<ClaimRow | null> {
  const { rows } = await tx.query<ClaimRow>({
    name: "lock-claim",
    text: `select ${COLUMNS} from claims k join moderators m on m.id = k.moderator_id where k.comment_id = $1 for update of k`,
    values: [commentId],
  });
  return rows[0] ?? null;
}

/** How many claims of this moderator last beyond `now`. */
export async function countClaims(db: Queryable, moderatorId: string, now: Date): Promise<number> {
  const { rows } = await db.query<{ n: number }>({
    name: "count-claims",
    text: `select count(*)::int as n from claims where moderator_id = $1 and expires_at > $2`,
    values: [moderatorId, now],
  });
  return rows[0]?.n ?? 0;
}

/** Writes a claim in the place of whichever there was. */
export async function saveClaim(tx: Queryable, claim: ClaimRow): Promise<void> {
  await tx.query({
    name: "save-claim",
    text: `insert into claims (comment_id, site_id, moderator_id, claimed_at, expires_at) values ($1, $2, $3, $4, $5)
      on conflict (comment_id) do update
        set moderator_id = excluded.moderator_id, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at`,
    values: [claim.commentId, claim.siteId, claim.moderatorId, claim.claimedAt, claim.expiresAt],
  });
}

export async function deleteClaims(tx: Queryable, commentIds: string[]): Promise<void> {
  await tx.query({
    name: "delete-claims",
    text: `delete from claims where comment_id = any($1)`,
    values: [commentIds],
  });
}

/** Takes away claims past their time, at most `limit`, and answers them. Those that another transaction is at are left to it. */
export async function takeExpired(tx: Queryable, now: Date, limit: number): Promise<ClaimRow[]> {
  const { rows } = await tx.query<ClaimRow>({
    name: "take-expired-claims",
    text: `with k as (
        delete from claims where comment_id in (
          select comment_id from claims where expires_at <= $1 order by expires_at limit $2 for update skip locked)
        returning *
      ) select ${COLUMNS} from k join moderators m on m.id = k.moderator_id`,
    values: [now, limit],
  });
  return rows;
}
