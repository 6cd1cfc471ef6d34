import type { Queryable } from "../db/pool.ts";
import type { Moderator } from "./contract.ts";

export interface ModeratorRow extends Moderator {
  passwordHash: string;
}

/** Who may sign in with this e-mail address: nobody who was deactivated. */
export async function moderatorByEmail(
  db: Queryable,
  email: string,
): Promise<(ModeratorRow & { twoStep: boolean }) | null> {
  const { rows } = await db.query<ModeratorRow & { twoStep: boolean }>(
    `select id, email, name, role, password_hash as "passwordHash",
       exists (select from totp where moderator_id = m.id and confirmed_at is not null) as "twoStep"
     from moderators m where lower(email) = lower($1) and deactivated_at is null`,
    [email],
  );
  return rows[0] ?? null;
}

/** Whether this address is somebody's, deactivated or not. */
export async function emailTaken(db: Queryable, email: string): Promise<boolean> {
  const { rows } = await db.query(`select from moderators where lower(email) = lower($1)`, [email]);
  return rows.length > 0;
}

export async function insertModerator(db: Queryable, moderator: ModeratorRow): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into moderators (id, email, name, role, password_hash) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [moderator.id, moderator.email, moderator.name, moderator.role, moderator.passwordHash],
  );
  return rowCount === 1;
}

export async function anyOwner(db: Queryable): Promise<boolean> {
  const { rows } = await db.query(`select from moderators where role = 'owner' limit 1`);
  return rows.length > 0;
}

/**
 * Locks the person and says whether they may still sign in with the password that was checked: a session is never opened beside a change of
 * password or a deactivation, which would end it.
 */
export async function stillMayEnter(tx: Queryable, id: string, passwordHash: string): Promise<boolean> {
  const { rows } = await tx.query(
    `select from moderators where id = $1 and password_hash = $2 and deactivated_at is null for no key update`,
    [id, passwordHash],
  );
  return rows.length > 0;
}

export async function passwordHashOf(db: Queryable, id: string): Promise<string> {
  const { rows } = await db.query<{ passwordHash: string }>(
    `select password_hash as "passwordHash" from moderators where id = $1`,
    [id],
  );
  return (rows[0] as { passwordHash: string }).passwordHash;
}

/** Sets the password; a link that would reset the one before opens no more. */
export async function savePassword(db: Queryable, id: string, passwordHash: string): Promise<void> {
  await db.query(
    `with gone as (delete from password_resets where moderator_id = $1) update moderators set password_hash = $2 where id = $1`,
    [id, passwordHash],
  );
}
