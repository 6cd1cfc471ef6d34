import { readConfig } from "../../server/config.ts";
import { migrate } from "../../server/db/migrate.ts";
import { connect } from "../../server/db/pool.ts";
import { openDatabase } from "../../server/start/open-database.ts";

/** A program for the tests: opens the database of DATA_DIR, says so, and closes it on SIGTERM. */
try {
  const database = await openDatabase(readConfig());
  console.log("open");
  await migrate(database.url);
  const db = connect(database.url, { max: 1 });
  const { rows } = await db.query<{ n: number }>("select count(*)::int as n from sites");
  await db.end();
  database.lock?.announce("http://127.0.0.1:3999");
  const awake = setInterval(() => {}, 1000);
  process.on("SIGTERM", () => {
    clearInterval(awake);
    void database.close();
  });
  console.log(`ready ${JSON.stringify({ sites: rows[0]?.n })}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
