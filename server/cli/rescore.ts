import { parseArgs } from "node:util";
import { type RescoreProgress, type RescoreWishes, rescoreStored } from "../../workers/rescore-stored.ts";
import { readConfig } from "../config.ts";
import { appRole } from "../db/app-role.ts";
import { waitForSchema } from "../db/migrate.ts";
import { connect, type Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { installationSecret } from "../installation.ts";
import { log } from "../log.ts";
import { configuredScorers, patient } from "../scoring/configured.ts";
import { siteScorers } from "../scoring/site-scorers.ts";
import { findSites, type SiteRow, siteBySlug } from "../sites/store.ts";
import { joinDatabase } from "../start/open-database.ts";

const USAGE = `Usage: npm run rescore -- [--site SLUG] [--since DATE] [--scorer NAME …] [--decide] [--dry-run]
Scores stored comments with the model that is installed now, also while servers run. Scores of earlier models are kept, and what has a score of this
version is skipped, so that it can be stopped and started again. No comment's status changes, except with --decide: then the rules look again at
comments that nothing had scored and no person has decided.
  --site SLUG     one site; otherwise all
  --since DATE    comments posted since then, such as 2026-11-01
  --scorer NAME   ask this one of the site's scorers; otherwise those that run on this machine
  --dry-run       score, report, and keep nothing`;

/** Between two lines of progress, in ms, on a terminal and elsewhere. */
const PAUSE = process.stderr.isTTY ? 200 : 10_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      site: { type: "string" },
      since: { type: "string" },
      scorer: { type: "string", multiple: true },
      decide: { type: "boolean" },
      "dry-run": { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(USAGE);
  const wishes: RescoreWishes = {
    since: dateOf(values.since),
    scorers: values.scorer ?? [],
    decide: values.decide ?? false,
    dryRun: values["dry-run"] ?? false,
  };
  const config = readConfig();
  log.level = "warn";
  const installed = patient(configuredScorers(config));
  const database = await joinDatabase(config);
  const db = connect(database.url, { max: 3, role: await appRole(database.url), statementTimeout: 60_000 });
  try {
    await waitForSchema(db, 5);
    const scorers = siteScorers(db, {
      installed,
      secret: await installationSecret(db, config.secret),
      allowPrivate: config.scorersAllowPrivate,
    });
    const sites = values.site ? [await siteBySlug(db, values.site)] : await allSites(db);
    for (const site of sites) {
      const start = performance.now();
      let last: RescoreProgress | null = null;
      let shown = 0;
      for await (const progress of rescoreStored(db, scorers, site, wishes)) {
        last = progress;
        if (performance.now() - shown < PAUSE) continue;
        shown = performance.now();
        show(site, progress, (shown - start) / 1_000);
      }
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
      console.log(summary(site, last, wishes, (performance.now() - start) / 1_000));
    }
  } finally {
    await Promise.all(installed.map((scorer) => scorer.stop?.()));
    await db.end();
    await database.close();
  }
}

function dateOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new AppError("invalid", `--since is "${text}"; give a date, such as 2026-11-01.`);
  return date;
}

async function allSites(db: Db): Promise<SiteRow[]> {
  const sites: SiteRow[] = [];
  for (;;) {
    const page = await findSites(db, { ids: null, after: sites.at(-1)?.id, limit: 200 });
    if (page.length === 0) return sites;
    sites.push(...page);
  }
}

const whole = (n: number): string => Math.round(n).toLocaleString("en");

function show({ slug }: SiteRow, { seen, total }: RescoreProgress, seconds: number): void {
  const rate = seen / Math.max(seconds, 0.001);
  const left = Math.max(0, total - seen) / Math.max(rate, 0.001);
  const line = `${slug}: ${whole(seen)} of ${whole(total)} comments, ${whole(rate)} a second, about ${whole(left)} s left`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
}

function summary(
  { slug }: SiteRow,
  progress: RescoreProgress | null,
  { dryRun, decide }: RescoreWishes,
  seconds: number,
): string {
  if (!progress) return `${slug}: no comments.`;
  const { scored, skipped, unavailable, otherLanguage, decided, newlyAbove, noLongerAbove } = progress;
  return [
    `${slug}: ${whole(scored)} comments scored${dryRun ? ", nothing kept" : ""}, ${whole(skipped)} had this version's score, ${whole(unavailable)} could not be scored; ${seconds.toFixed(1)} s.`,
    ...(otherLanguage > 0
      ? [`  ${whole(otherLanguage)} are in a language that is not scored, and were not tried again.`]
      : []),
    `  By their score before, ${whole(newlyAbove)} more would be held now, and ${whole(noLongerAbove)} no longer.`,
    ...(decide && !dryRun ? [`  The rules decided ${whole(decided)} that had no score.`] : []),
  ].join("\n");
}

main().catch((error: Error) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
