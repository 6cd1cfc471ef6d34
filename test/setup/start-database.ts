import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../../server/db/embedded.ts";
import { migrate } from "../../server/db/migrate.ts";
import { migrateQueue } from "../../workers/queue-schema.ts";
import { copyMadeFiles, onDatabase, run } from "../support/test-server.ts";

/** Commits need not survive a power cut here. */
const SETTINGS = { synchronous_commit: "off", full_page_writes: "off", fsync: "off", max_connections: "200" };

/** Programs that tests start are the built ones: built here once, not by several of them at a time. */
function buildServer(): void {
  const { status } = spawnSync(process.execPath, ["server/build/build.mjs", "server"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The server does not build; its errors are above.");
}

/**
 * Starts one PostgreSQL for the run (or takes the server at TEST_DATABASE_URL) and makes a migrated database there,
 * which every test file copies.
 */
export default async function setUp(): Promise<void> {
  buildServer();
  run.folder = mkdtempSync(join(tmpdir(), "replydesk-test-"));
  process.env.REPLYDESK_TEST_FILES = join(run.folder, "made");
  const made = await startEmbedded(process.env.REPLYDESK_TEST_FILES, { fsync: false });
  await made.stop();
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    const folder = join(run.folder, "run");
    copyMadeFiles(folder);
    run.embedded = await startEmbedded(folder, { fsync: false, settings: SETTINGS });
    url = run.embedded.url;
  }
  const template = `replydesk_test_${process.pid}_${Date.now().toString(36)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const address = onDatabase(url, template);
  await migrate(address);
  await migrateQueue(address);
  process.env.REPLYDESK_TEST_TEMPLATE = address;
}
