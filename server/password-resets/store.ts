import type { Queryable } from "../db/pool.ts";

export interface PasswordReset {
  moderatorId: string;
  email: string;
  name: string;
}

/** One link a person: a later one takes the place of an earlier. */
export async function saveReset(
  tx: Queryable,
  one: { moderatorId: string; tokenHash: Buffer; madeBy: string; expiresAt: Date },
): Promise<void> {
  await tx.query(
    `insert into password_resets (moderator_id, token_hash, made_by, expires_at) values ($1, $2, $3, $4)
     on conflict (moderator_id) do update set token_hash = $2, made_by = $3, created_at = now(), expires_at = $4`,
    [one.moderatorId, one.tokenHash, one.madeBy, one.expiresAt],
  );
}

/** Whose password this link resets: not expired, by somebody who is still an owner, for somebody who may sign in. */
export async function resetByToken(db: Queryable, tokenHash: Buffer): Promise<PasswordReset | null> {
  const { rows } = await db.query<PasswordReset>(
    `select m.id as "moderatorId", m.email, m.name from password_resets r
       join moderators m on m.id = r.moderator_id join moderators by on by.id = r.made_by
     where r.token_hash = $1 and r.expires_at > now() and m.deactivated_at is null and by.role = 'owner' and by.deactivated_at is null`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** Removes it; whether it was there. Of two who use a link at once, one hears yes. */
export async function removeReset(tx: Queryable, tokenHash: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from password_resets where token_hash = $1`, [tokenHash]);
  return rowCount === 1;
}
