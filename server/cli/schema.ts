import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeSchema } from "../db/describe-schema.ts";
import { startEmbedded } from "../db/embedded.ts";
import { migrate } from "../db/migrate.ts";
import { connect } from "../db/pool.ts";
import { packageRoot } from "../package-root.ts";

/** npm run schema: writes server/db/schema.sql, what the migrations amount to. With --check: fails when the file is not that. */
const file = join(packageRoot(), "server/db/schema.sql");
const folder = mkdtempSync(join(tmpdir(), "replydesk-schema-"));
const server = await startEmbedded(folder);
try {
  await migrate(server.url);
  const db = connect(server.url, { max: 1 });
  const schema = await describeSchema(db);
  await db.end();
  if (!process.argv.includes("--check")) {
    writeFileSync(file, schema);
    console.log(`Wrote ${file}.`);
  } else if (readFileSync(file, "utf8") !== schema) {
    console.error("server/db/schema.sql is not what the migrations amount to. Run: npm run schema");
    process.exitCode = 1;
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
