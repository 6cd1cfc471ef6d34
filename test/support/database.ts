import { randomBytes } from "node:crypto";
import pg from "pg";
import { connect, type Db } from "../../server/db/pool.ts";
import { databaseName, onDatabase } from "./test-server.ts";

export interface TestDatabase {
  readonly url: string;
  readonly db: Db;
  /** Closes the pool and drops the database. */
  close(): Promise<void>;
}

function template(): string {
  const url = process.env.REPLYDESK_TEST_TEMPLATE;
  if (!url) throw new Error("There is no test database: start the tests with npm test.");
  return url;
}

async function onServer(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: onDatabase(template(), "postgres") });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/** A database of its own, with the whole schema and no rows. `empty` makes one without the schema. */
export async function freshDatabase(
  options: { empty?: boolean; role?: string | null } = {},
): Promise<TestDatabase> {
  const source = databaseName(template());
  const name = `${source}_${randomBytes(5).toString("hex")}`;
  await onServer(`create database ${name} template ${options.empty ? "template0" : source}`);
  const url = onDatabase(template(), name);
  const db = connect(url, { max: 10, role: options.role });
  return {
    url,
    db,
    async close() {
      // A client that a failed test kept would hold the pool open for ever.
      await Promise.race([db.end(), new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
      await onServer(`drop database ${name} with (force)`);
    },
  };
}
