import { openBackend } from "../workers/backend.ts";
import { jobsBoard } from "../workers/jobs-board.ts";
import { migrate } from "./db/migrate.ts";
import { openWhenMigrated } from "./db/open-app.ts";
import { createDemoSite } from "./demo/seed.ts";
import { AppError } from "./errors.ts";
import { JOBS_PATH } from "./http/jobs-page.ts";
import { log } from "./log.ts";
import { createFirstOwner } from "./moderators/first-owner.ts";
import { configuredScorers, patient } from "./scoring/configured.ts";
import { warmUp } from "./scoring/warm-up.ts";
import { serve } from "./serve.ts";
import { addressOf } from "./start/address.ts";
import { run } from "./start/run.ts";
import { welcome } from "./start/welcome.ts";

/** npm run server: API, desk and widget on a PostgreSQL of one's own; run as many as needed, beside `npm run workers`. */
await run(async (config, stopping) => {
  if (!config.databaseUrl) {
    throw new AppError(
      "invalid",
      "npm run server needs DATABASE_URL. For everything in one process on the built-in database, use npm start.",
    );
  }
  void warmUp();
  await migrate(config.databaseUrl);
  const db = await openWhenMigrated(config.databaseUrl, config.dbPoolMax, 60);
  stopping(() => db.end());
  await createDemoSite(db);
  const owner = await createFirstOwner(db, { email: config.ownerEmail, password: config.ownerPassword });
  const scorers = configuredScorers(config);
  stopping(() => Promise.all(scorers.map((scorer) => scorer.stop?.())));
  const backend = await openBackend({ databaseUrl: config.databaseUrl, redisUrl: config.redisUrl });
  stopping(() => backend.stop());
  const served = await serve({
    ...config,
    db,
    url: config.databaseUrl,
    scorers: patient(scorers),
    localWithoutKey: false,
    jobs: jobsBoard(backend, JOBS_PATH),
  });
  stopping(() => served.stop());
  const address = addressOf(config, served.port);
  process.stdout.write(welcome({ address, owner, dataDir: null }));
  log.info({ address }, "Server ready");
});
