import { openBackend } from "../../workers/backend.ts";
import { startWorkers, type Workers } from "../../workers/start.ts";
import { readConfig } from "../config.ts";
import { appRole } from "../db/app-role.ts";
import { migrate } from "../db/migrate.ts";
import { connect } from "../db/pool.ts";
import { DEMO_COMMENTS } from "../demo/comments.ts";
import { fillDemo } from "../demo/fill.ts";
import { addDemoSite } from "../demo/seed.ts";
import { AppError } from "../errors.ts";
import { installationSecret } from "../installation.ts";
import { log } from "../log.ts";
import { configuredScorers } from "../scoring/configured.ts";
import type { Scorer } from "../scoring/scorer.ts";
import { addressOf } from "../start/address.ts";
import { lockHolder } from "../start/lock.ts";
import { joinDatabase } from "../start/open-database.ts";

/**
 * npm run seed: makes the demo site and adds the demo's comments where they are missing, on the database of DATABASE_URL or the built-in one, which may be
 * running or not. Whoever runs beside it judges the comments; where nobody can, because this command started the built-in database itself, it does.
 */
async function main(): Promise<void> {
  const config = readConfig();
  log.level = "warn";
  const running = config.databaseUrl ? null : lockHolder(config.dataDir);
  const database = await joinDatabase(config);
  const { url } = database;
  let workers: Workers | null = null;
  let scorers: Scorer[] = [];
  try {
    await migrate(url);
    const db = connect(url, { max: config.dbPoolMax, role: await appRole(url) });
    try {
      const made = await addDemoSite(db);
      if (database.lock) {
        const backend = await openBackend({ databaseUrl: url, redisUrl: config.redisUrl });
        scorers = configuredScorers(config);
        workers = await startWorkers({
          db,
          url,
          backend,
          scorers,
          secret: await installationSecret(db, config.secret),
          scorersAllowPrivate: config.scorersAllowPrivate,
          webhooksAllowPrivate: config.webhooksAllowPrivate,
        });
      }
      const posted = await fillDemo(db, url, running?.url ?? addressOf(config, config.port));
      console.log(said(made !== null, posted));
    } finally {
      await workers?.stop();
      await Promise.all(scorers.map((scorer) => scorer.stop?.()));
      await db.end();
    }
  } finally {
    await database.close();
  }
}

function said(madeSite: boolean, posted: number): string {
  const site = madeSite ? "Made the site “demo”. " : "";
  if (posted === 0)
    return `${site}The demo is complete already: all its ${DEMO_COMMENTS.length} comments are there.`;
  const rest = DEMO_COMMENTS.length - posted;
  return `${site}Posted ${posted} comments under the demo article${rest > 0 ? `; the other ${rest} were there already` : ""}.`;
}

main().catch((error: Error) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
