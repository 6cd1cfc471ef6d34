import { randomBytes } from "node:crypto";
import type { Queryable } from "./db/pool.ts";

/** The secret that signs readers' tokens: the operator's, or one this installation made for itself and keeps in its database. */
export async function installationSecret(db: Queryable, configured: string | null): Promise<string> {
  if (configured) return configured;
  await db.query(`insert into installation (name, value) values ('secret', $1) on conflict do nothing`, [
    randomBytes(32).toString("base64url"),
  ]);
  const { rows } = await db.query<{ value: string }>(`select value from installation where name = 'secret'`);
  return (rows[0] as { value: string }).value;
}
