import { openBackend } from "../workers/backend.ts";
import { startWorkers } from "../workers/start.ts";
import { waitForDecision } from "./comments/prefer-wait.ts";
import { isDecided } from "./comments/store.ts";
import type { Config } from "./config.ts";
import { appRole } from "./db/app-role.ts";
import { migrate } from "./db/migrate.ts";
import { connect } from "./db/pool.ts";
import { createDemoSite, seedDemoComments } from "./demo/seed.ts";
import { startFeed } from "./events/feed.ts";
import { log } from "./log.ts";
import { createFirstOwner } from "./moderators/first-owner.ts";
import { configuredScorers } from "./scoring/configured.ts";
import { serve } from "./serve.ts";
import { openDatabase } from "./start/open-database.ts";
import { checkPort } from "./start/port.ts";
import { run } from "./start/run.ts";
import { welcome } from "./start/welcome.ts";

/** npm start: everything in one process, on the built-in PostgreSQL unless DATABASE_URL says otherwise. */
await run(async (config, stopping) => {
  const database = await openDatabase(config, () => checkPort(config.port, config.host));
  stopping(() => database.close());
  await migrate(database.url);
  const db = connect(database.url, { max: config.dbPoolMax, role: await appRole(database.url) });
  stopping(() => db.end());

  const demo = await createDemoSite(db);
  const owner = await createFirstOwner(db, { email: config.ownerEmail, password: config.ownerPassword });
  const backend = await openBackend({ databaseUrl: database.url, redisUrl: config.redisUrl });
  const workers = await startWorkers({
    db,
    url: database.url,
    backend,
    scorers: configuredScorers(config),
    webhooksAllowPrivate: config.webhooksAllowPrivate,
  });
  stopping(() => workers.stop());
  const served = await serve({ ...config, db, url: database.url });
  stopping(() => served.stop());

  const address = addressOf(config, served.port);
  database.lock?.announce(address);
  process.stdout.write(welcome({ address, owner, dataDir: database.embedded ? config.dataDir : null }));
  if (demo) await fillDemo(db, database.url, address);
});

function addressOf({ publicUrl, host }: Config, port: number): string {
  if (publicUrl) return publicUrl;
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

/** The demo's readers write while the first visitor is already welcome. */
async function fillDemo(
  db: Parameters<typeof seedDemoComments>[0],
  url: string,
  address: string,
): Promise<void> {
  const feed = await startFeed(url);
  try {
    await seedDemoComments(db, `${address}/demo`, async (id) => {
      const watched = waitForDecision(feed, 5, (comment) => isDecided(db, comment));
      try {
        if (!(await isDecided(db, id))) await watched.decided(id);
      } finally {
        watched.stop();
      }
      const { rows } = await db.query("select from comments where id = $1 and status = 'approved'", [id]);
      return rows.length > 0;
    });
  } catch (error) {
    log.warn(
      { reason: (error as Error).message },
      "The demo's comments are not complete; npm run seed adds them",
    );
  } finally {
    await feed.stop();
  }
}
