import type { Queryable } from "../db/pool.ts";

export interface TotpRow {
  /** Sealed. */
  secret: string;
  confirmedAt: Date | null;
  /** The time step of the last code taken. */
  lastStep: number;
}

export async function findTotp(db: Queryable, moderatorId: string): Promise<TotpRow | null> {
  const { rows } = await db.query<TotpRow>(
    `select secret, confirmed_at as "confirmedAt", last_step::int as "lastStep" from totp where moderator_id = $1`,
    [moderatorId],
  );
  return rows[0] ?? null;
}

/** Keeps a secret that waits for its first code; whether it could: one that is confirmed stays. */
export async function saveUnconfirmed(db: Queryable, moderatorId: string, secret: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into totp (moderator_id, secret) values ($1, $2)
     on conflict (moderator_id) do update set secret = $2, last_step = 0, created_at = now() where totp.confirmed_at is null`,
    [moderatorId, secret],
  );
  return rowCount === 1;
}

/** Takes the code of this time step; false when it, or a later one, was taken before, whoever asks at the same moment. */
export async function takeStep(db: Queryable, moderatorId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update totp set last_step = $2 where moderator_id = $1 and last_step < $2`,
    [moderatorId, step],
  );
  return rowCount === 1;
}

/** Confirms the very secret the code was checked against. */
export async function confirmTotp(
  tx: Queryable,
  moderatorId: string,
  secret: string,
  step: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update totp set confirmed_at = now(), last_step = $3 where moderator_id = $1 and secret = $2 and confirmed_at is null`,
    [moderatorId, secret, step],
  );
  return rowCount === 1;
}

/** Forgets secret and recovery codes; whether two-step sign-in was on. */
export async function removeTotp(tx: Queryable, moderatorId: string): Promise<boolean> {
  await tx.query(`delete from recovery_codes where moderator_id = $1`, [moderatorId]);
  const { rows } = await tx.query<{ confirmed: boolean }>(
    `delete from totp where moderator_id = $1 returning confirmed_at is not null as confirmed`,
    [moderatorId],
  );
  return rows[0]?.confirmed ?? false;
}

export async function saveRecoveryCodes(tx: Queryable, moderatorId: string, hashes: Buffer[]): Promise<void> {
  await tx.query(`delete from recovery_codes where moderator_id = $1`, [moderatorId]);
  await tx.query(`insert into recovery_codes (moderator_id, code_hash) select $1, unnest($2::bytea[])`, [
    moderatorId,
    hashes,
  ]);
}

/** Takes a recovery code; false when there is none such, or it was used. */
export async function takeRecoveryCode(db: Queryable, moderatorId: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await db.query(
    `delete from recovery_codes where moderator_id = $1 and code_hash = $2`,
    [moderatorId, hash],
  );
  return rowCount === 1;
}

export async function countRecoveryCodes(db: Queryable, moderatorId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from recovery_codes where moderator_id = $1`,
    [moderatorId],
  );
  return rows[0]?.count ?? 0;
}
