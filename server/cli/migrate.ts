import { migrateQueue } from "../../workers/queue-schema.ts";
import { readConfig } from "../config.ts";
import { migrate } from "../db/migrate.ts";
import { AppError } from "../errors.ts";
import { joinDatabase } from "../start/open-database.ts";

/** npm run migrate: brings the database of DATABASE_URL, or the built-in one, to this version's schema. */
async function main(): Promise<void> {
  const database = await joinDatabase(readConfig());
  try {
    const applied = await migrate(database.url);
    await migrateQueue(database.url);
    console.log(
      applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database has every migration already.",
    );
  } finally {
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
