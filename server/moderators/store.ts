import type { Queryable } from "../db/pool.ts";
import type { Moderator } from "./contract.ts";

export interface ModeratorRow extends Moderator {
  passwordHash: string;
}

export async function moderatorByEmail(db: Queryable, email: string): Promise<ModeratorRow | null> {
  const { rows } = await db.query<ModeratorRow>(
    `select id, email, name, role, password_hash as "passwordHash" from moderators where lower(email) = lower($1)`,
    [email],
  );
  return rows[0] ?? null;
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
