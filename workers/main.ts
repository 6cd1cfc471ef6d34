import { openWhenMigrated } from "../server/db/open-app.ts";
import { AppError } from "../server/errors.ts";
import { installationSecret } from "../server/installation.ts";
import { log } from "../server/log.ts";
import { configuredScorers } from "../server/scoring/configured.ts";
import { scoringDetails } from "../server/scoring/details.ts";
import { warmUp } from "../server/scoring/warm-up.ts";
import { listenOn } from "../server/start/port.ts";
import { run } from "../server/start/run.ts";
import { openBackend } from "./backend.ts";
import { workersHealth } from "./health.ts";
import { startWorkers } from "./start.ts";

/** A server migrates; workers that come up first wait this long for it, in s. */
const WAIT_FOR_SCHEMA = 120;

/** npm run workers: relay, scoring, rules and webhooks; run as many as needed, beside `npm run server`. */
await run(async (config, stopping) => {
  if (!config.databaseUrl) {
    throw new AppError(
      "invalid",
      "npm run workers needs DATABASE_URL. For everything in one process on the built-in database, use npm start.",
    );
  }
  void warmUp();
  const db = await openWhenMigrated(config.databaseUrl, config.dbPoolMax, WAIT_FOR_SCHEMA);
  stopping(() => db.end());
  const backend = await openBackend({ databaseUrl: config.databaseUrl, redisUrl: config.redisUrl });
  const scorers = configuredScorers(config);
  stopping(() => Promise.all(scorers.map((scorer) => scorer.stop?.())));
  const workers = await startWorkers({
    db,
    url: config.databaseUrl,
    backend,
    scorers,
    secret: await installationSecret(db, config.secret),
    scorersAllowPrivate: config.scorersAllowPrivate,
    webhooksAllowPrivate: config.webhooksAllowPrivate,
  });
  stopping(() => workers.stop());
  if (config.workersPort !== null) {
    const health = workersHealth(db, workers.lastRound, scoringDetails);
    await listenOn(health, config.workersPort, config.host);
    stopping(() => new Promise((resolve) => health.close(resolve)));
  }
  log.info({ queue: backend.kind }, "Workers ready");
});
