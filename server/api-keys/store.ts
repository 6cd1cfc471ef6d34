import type { Queryable } from "../db/pool.ts";

export interface ApiKeyRow {
  id: string;
  siteId: string;
  name: string;
  ending: string;
  queriesAMinute: number;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const COLUMNS = `id, site_id as "siteId", name, ending, queries_a_minute as "queriesAMinute", created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** A site's keys in use, oldest first, after the id given. */
export async function findApiKeys(
  db: Queryable,
  query: { siteId: string; after: string | undefined; limit: number },
): Promise<ApiKeyRow[]> {
  const { rows } = await db.query<ApiKeyRow>(
    `select ${COLUMNS} from api_keys where site_id = $1 and revoked_at is null and ($2::uuid is null or id > $2) order by id limit $3`,
    [query.siteId, query.after ?? null, query.limit],
  );
  return rows;
}

/** The key in use that has this hash. */
export async function findApiKeyByHash(db: Queryable, hash: Buffer): Promise<ApiKeyRow | null> {
  const { rows } = await db.query<ApiKeyRow>({
    name: "find-api-key-by-hash",
    text: `select ${COLUMNS} from api_keys where key_hash = $1 and revoked_at is null`,
    values: [hash],
  });
  return rows[0] ?? null;
}

/** Adds a key unless the site has as many as it may; then null. */
export async function insertApiKey(
  tx: Queryable,
  key: Pick<ApiKeyRow, "id" | "siteId" | "name" | "ending" | "queriesAMinute"> & { hash: Buffer },
  most: number,
): Promise<ApiKeyRow | null> {
  const { rows } = await tx.query<ApiKeyRow>(
    `insert into api_keys (id, site_id, name, ending, queries_a_minute, key_hash) select $1, $2, $3, $4, $5, $6
     where (select count(*) from api_keys where site_id = $2 and revoked_at is null) < $7 returning ${COLUMNS}`,
    [key.id, key.siteId, key.name, key.ending, key.queriesAMinute, key.hash, most],
  );
  return rows[0] ?? null;
}

/** Ends a key of the site; null when it has none such in use. */
export async function endApiKey(tx: Queryable, siteId: string, id: string): Promise<ApiKeyRow | null> {
  const { rows } = await tx.query<ApiKeyRow>(
    `update api_keys set revoked_at = now() where site_id = $1 and id = $2 and revoked_at is null returning ${COLUMNS}`,
    [siteId, id],
  );
  return rows[0] ?? null;
}

export async function saveLastUse(db: Queryable, id: string, at: Date): Promise<void> {
  await db.query(
    `update api_keys set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)`,
    [id, at],
  );
}
