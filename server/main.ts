import { openBackend } from "../workers/backend.ts";
import { jobsBoard } from "../workers/jobs-board.ts";
import { startWorkers } from "../workers/start.ts";
import { appRole } from "./db/app-role.ts";
import { migrate } from "./db/migrate.ts";
import { connect } from "./db/pool.ts";
import { fillDemo } from "./demo/fill.ts";
import { createDemoSite } from "./demo/seed.ts";
import { isToFill } from "./demo/store.ts";
import { JOBS_PATH } from "./http/jobs-page.ts";
import { installationSecret } from "./installation.ts";
import { log } from "./log.ts";
import { createFirstOwner } from "./moderators/first-owner.ts";
import { configuredScorers, patient } from "./scoring/configured.ts";
import { warmUp } from "./scoring/warm-up.ts";
import { serve } from "./serve.ts";
import { addressOf } from "./start/address.ts";
import { openDatabase } from "./start/open-database.ts";
import { checkPort } from "./start/port.ts";
import { run } from "./start/run.ts";
import { welcome } from "./start/welcome.ts";

/** npm start: everything in one process, on the built-in PostgreSQL unless DATABASE_URL says otherwise. */
await run(async (config, stopping) => {
  const opening = openDatabase(config, () => checkPort(config.port, config.host));
  void warmUp();
  const database = await opening;
  stopping(() => database.close());
  await migrate(database.url);
  const db = connect(database.url, { max: config.dbPoolMax, role: await appRole(database.url) });
  stopping(() => db.end());

  await createDemoSite(db);
  const owner = await createFirstOwner(db, { email: config.ownerEmail, password: config.ownerPassword });
  const backend = await openBackend({ databaseUrl: database.url, redisUrl: config.redisUrl });
  const scorers = configuredScorers(config);
  stopping(() => Promise.all(scorers.map((scorer) => scorer.stop?.())));
  const workers = await startWorkers({
    db,
    url: database.url,
    backend,
    scorers,
    secret: await installationSecret(db, config.secret),
    scorersAllowPrivate: config.scorersAllowPrivate,
    webhooksAllowPrivate: config.webhooksAllowPrivate,
  });
  stopping(() => workers.stop());
  const served = await serve({
    ...config,
    db,
    url: database.url,
    scorers: patient(scorers),
    localWithoutKey: database.embedded,
    jobs: jobsBoard(backend, JOBS_PATH),
  });
  stopping(() => served.stop());

  const address = addressOf(config, served.port);
  database.lock?.announce(address);
  process.stdout.write(welcome({ address, owner, dataDir: database.embedded ? config.dataDir : null }));
  if (await isToFill(db)) {
    // The demo's readers write while the first visitor is already welcome.
    await fillDemo(db, database.url, address).catch((error: Error) =>
      log.warn({ reason: error.message }, "The demo's comments are not complete; npm run seed adds them"),
    );
  }
});
