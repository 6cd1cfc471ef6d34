import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { AppError } from "../errors.ts";
import { packageRoot } from "../package-root.ts";
import type { Queryable } from "./pool.ts";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export type SchemaState = "current" | "behind" | "ahead";

/** Any fixed number, the same in every version: processes that migrate one database wait for each other on it. */
const LOCK = 7_201_833_402;
const TABLE = `create table if not exists schema_migrations (
  name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;

export function migrationsFolder(): string {
  return join(packageRoot(), "server", "db", "migrations");
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (!number || numbers.has(number))
      throw new Error(`The migration ${name} must be named NNNN-name.sql, with a number of its own.`);
    numbers.add(number);
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/** Checks what was applied against the files. Throws AppError("conflict") when an applied file has changed. */
function compare(files: readonly Migration[], applied: ReadonlyMap<string, string>) {
  for (const file of files) {
    const known = applied.get(file.name);
    if (known !== undefined && known !== file.sha256)
      throw new AppError(
        "conflict",
        `The migration ${file.name} has changed since this database applied it. Restore the file, and put the change into a new migration.`,
      );
  }
  const names = new Set(files.map((file) => file.name));
  return {
    missing: files.filter((file) => !applied.has(file.name)),
    unknown: [...applied.keys()].filter((name) => !names.has(name)),
  };
}

async function readApplied(db: Queryable): Promise<Map<string, string>> {
  const { rows } = await db.query<{ name: string; sha256: string }>(
    "select name, sha256 from schema_migrations",
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function newer(unknown: readonly string[]): AppError {
  return new AppError(
    "conflict",
    `This database belongs to a newer version of Replydesk (it has ${unknown.join(", ")}). Start that version, or use another database.`,
  );
}

/**
 * Applies the migrations that the database lacks, in the order of their numbers, each in a transaction of its own,
 * and returns their names. Processes that do so at once wait for each other. Throws AppError("conflict") when an
 * applied file has changed or the database is of a newer version.
 */
export async function migrate(url: string, folder: string = migrationsFolder()): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "replydesk migrate",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1::bigint)", [LOCK]);
    await client.query(TABLE);
    const { missing, unknown } = compare(readMigrations(folder), await readApplied(client));
    if (unknown.length > 0) throw newer(unknown);
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into schema_migrations (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** Whether the database has exactly this version's migrations, lacks some, or has ones this version does not know. */
export async function schemaState(db: Queryable, folder: string = migrationsFolder()): Promise<SchemaState> {
  const exists = await db.query<{ found: boolean }>(
    "select to_regclass('schema_migrations') is not null as found",
  );
  const applied = exists.rows[0]?.found ? await readApplied(db) : new Map<string, string>();
  const { missing, unknown } = compare(readMigrations(folder), applied);
  if (unknown.length > 0) return "ahead";
  return missing.length > 0 ? "behind" : "current";
}

/**
 * Waits until the database has this version's schema, at most `seconds`. Throws AppError("unavailable") when it is
 * still behind then, and AppError("conflict") at once when it is ahead.
 */
export async function waitForSchema(
  db: Queryable,
  seconds: number,
  folder: string = migrationsFolder(),
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const state = await schemaState(db, folder);
    if (state === "current") return;
    if (state === "ahead") throw newer(["migrations this version does not know"]);
    if (Date.now() >= end)
      throw new AppError("unavailable", "The database's schema is behind this version. Run: npm run migrate");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
