import { parseArgs } from "node:util";
import { openBackend } from "../../workers/backend.ts";
import { startWorkers, type Workers } from "../../workers/start.ts";
import { readConfig } from "../config.ts";
import { appRole } from "../db/app-role.ts";
import { migrate } from "../db/migrate.ts";
import { connect } from "../db/pool.ts";
import { DEMO_COMMENTS } from "../demo/comments.ts";
import { fillDemo } from "../demo/fill.ts";
import type { Size } from "../demo/many-store.ts";
import { addDemoSite } from "../demo/seed.ts";
import { seedMany } from "../demo/seed-many.ts";
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
 * With --comments and --held it fills the demo site with so many made-up ones instead.
 */
async function main(): Promise<void> {
  const size = readArguments();
  const config = readConfig();
  log.level = "warn";
  const running = config.databaseUrl ? null : lockHolder(config.dataDir);
  if (size && running)
    throw new AppError(
      "conflict",
      "Replydesk runs on this data folder. Stop it first: its tables are locked while they are filled.",
    );
  const database = await joinDatabase(config);
  const { url } = database;
  let workers: Workers | null = null;
  let scorers: Scorer[] = [];
  try {
    await migrate(url);
    if (size) {
      console.log(await fillMany(url, size));
      return;
    }
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

const USAGE = `Usage: npm run seed [-- --comments N [--held N]]

Makes the demo site, and adds the demo's comments where they are missing. With --comments it adds so many made-up ones instead, as two years of a site
would leave them, and with --held so many of them wait (a tenth): for trying the desk and the search with many. Only on a database with no other site.`;

/** How many made-up comments are asked for; null: the demo alone. Throws AppError("invalid"). */
function readArguments(): Size | null {
  const { values } = parseArgs({
    options: {
      comments: { type: "string" },
      held: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || (values.held && !values.comments)) throw new AppError("invalid", USAGE);
  if (values.comments === undefined) return null;
  const comments = Number(values.comments);
  const held = values.held === undefined ? Math.floor(comments / 10) : Number(values.held);
  if (!Number.isInteger(comments) || comments < 1 || comments > 10_000_000)
    throw new AppError("invalid", "--comments takes a whole number up to 10000000.");
  if (!Number.isInteger(held) || held < 0 || held > comments)
    throw new AppError("invalid", "--held takes a whole number, up to that of --comments.");
  return { comments, held };
}

/** Not in the application's role, which may not pass over triggers; loading takes minutes. */
async function fillMany(url: string, size: Size): Promise<string> {
  const db = connect(url, { max: 1, statementTimeout: 0 });
  try {
    await addDemoSite(db);
    const began = performance.now();
    await seedMany(db, size);
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    return `Filled the site “demo” with ${size.comments} made-up comments, of which ${size.held} wait, in ${seconds} s.`;
  } finally {
    await db.end();
  }
}

function said(madeSite: boolean, posted: number): string {
  const site = madeSite ? "Made the site “demo”. " : "";
  if (posted === 0)
    return `${site}The demo is complete already: all its ${DEMO_COMMENTS.length} comments are there.`;
  const rest = DEMO_COMMENTS.length - posted;
  return `${site}Posted ${posted} comments under the demo article${rest > 0 ? `; the other ${rest} were there already` : ""}.`;
}

main().catch((error: Error & { code?: string }) => {
  console.error(
    error instanceof AppError || error.code?.startsWith("ERR_PARSE_ARGS") ? error.message : error,
  );
  process.exitCode = 1;
});
