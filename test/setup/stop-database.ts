import { rmSync } from "node:fs";
import pg from "pg";
import { databaseName, run } from "../support/test-server.ts";

/** Stops the run's PostgreSQL, or leaves no database behind on someone else's. */
export default async function tearDown(): Promise<void> {
  const template = process.env.REPLYDESK_TEST_TEMPLATE;
  if (run.embedded) {
    await run.embedded.stop();
  } else if (template && process.env.TEST_DATABASE_URL) {
    const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await admin.connect();
    const like = `${databaseName(template)}%`;
    const { rows } = await admin.query<{ datname: string }>(
      "select datname from pg_database where datname like $1",
      [like],
    );
    for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`);
    await admin.end();
  }
  if (run.folder) rmSync(run.folder, { recursive: true, force: true, maxRetries: 5 });
}
