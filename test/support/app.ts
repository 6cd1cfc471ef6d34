import pg from "pg";
import { APP_ROLE } from "../../server/db/app-role.ts";
import { createDemoSite } from "../../server/demo/seed.ts";
import { JOBS_PATH } from "../../server/http/jobs-page.ts";
import { cookieNameFor } from "../../server/http/session-cookie.ts";
import { installationSecret } from "../../server/installation.ts";
import { createFirstOwner } from "../../server/moderators/first-owner.ts";
import { openSession } from "../../server/moderators/session.ts";
import type { Scorer } from "../../server/scoring/scorer.ts";
import { type ServeOptions, serve } from "../../server/serve.ts";
import type { SiteSettings } from "../../server/sites/settings.ts";
import { forgetSites, type SiteRow } from "../../server/sites/store.ts";
import { updateSite } from "../../server/sites/update.ts";
import { type Backend, openBackend } from "../../workers/backend.ts";
import { jobsBoard } from "../../workers/jobs-board.ts";
import { startWorkers } from "../../workers/start.ts";
import { type Client, clientAt } from "./client.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { plainScorer } from "./scorers.ts";
import { databaseName, onDatabase } from "./test-server.ts";
import { until } from "./until.ts";

export const OWNER = { email: "owner@example.com", password: "correct horse battery" };

export interface AppOptions {
  scorers?: Scorer[];
  redisUrl?: string | null;
  /** Whether owners may name private addresses for scorers; they may unless this is false. */
  scorersAllowPrivate?: boolean;
  /** Whether relay and workers run from the start; they do unless this is false. */
  workers?: boolean;
  /** The demo site's settings, above the defaults, `auditShare` 0 and `secondOpinionShare` 0. */
  settings?: Partial<Record<keyof SiteSettings, unknown>>;
  trustProxy?: ServeOptions["trustProxy"];
  publicUrl?: string | null;
  /** Whether this machine may ask for scores without a key, as it may in the embedded mode. */
  localWithoutKey?: boolean;
}

export interface TestApp extends Pick<TestDatabase, "db" | "url"> {
  readonly address: string;
  /** Nobody in particular. */
  readonly reader: Client;
  /** Signed in as the owner. */
  readonly owner: Client;
  /** The demo site. */
  readonly site: SiteRow;
  settings(change: Partial<Record<keyof SiteSettings, unknown>>): Promise<void>;
  /** Runs SQL as the login that owns the schema, not as the application's role. */
  asLogin(sql: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** Ends every connection that listens for live events, and lets them come back only after `meanwhile`. */
  cutFeeds(meanwhile: () => Promise<unknown>): Promise<void>;
  /** Signs somebody in, without their password. */
  signedIn(moderatorId: string): Promise<Client>;
  startWorkers(scorers?: Scorer[]): Promise<Backend>;
  stopWorkers(): Promise<void>;
  /** Another server on the same database; answers its address. */
  startServer(): Promise<string>;
  /** Waits until the outbox is empty, nothing is pending and no job is left. */
  drain(seconds?: number): Promise<void>;
  /** Stops everything and drops the database; a second call does nothing. */
  close(): Promise<void>;
}

/** Everything in this process on a database of its own, as npm start does, with an owner and a demo site. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const database = await freshDatabase({ role: APP_ROLE });
  try {
    return await startOn(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Approvals drawn by lot would put rows and events into tests of other things: one that is about them sets `auditShare`. */
async function withoutSamples(db: TestDatabase["db"], site: SiteRow): Promise<SiteRow> {
  const settings = { ...site.settings, auditShare: 0, secondOpinionShare: 0 };
  await db.query(`update sites set settings = $2 where id = $1`, [site.id, settings]);
  return { ...site, settings };
}

async function startOn(database: TestDatabase, options: AppOptions): Promise<TestApp> {
  const { db, url } = database;
  // Sites are remembered by slug, and this file's last app may have had one of the same.
  forgetSites();
  const site = await withoutSamples(db, (await createDemoSite(db)) as SiteRow);
  await createFirstOwner(db, OWNER);
  const redisUrl = options.redisUrl ?? null;
  const servers: Awaited<ReturnType<typeof serve>>[] = [];
  let closed = false;
  let workers: { backend: Backend; stop(): Promise<void> } | null = null;

  async function startServer(): Promise<string> {
    const served = await serve({
      db,
      url,
      redisUrl,
      port: 0,
      host: "127.0.0.1",
      publicUrl: options.publicUrl ?? null,
      trustProxy: options.trustProxy ?? null,
      secret: null,
      webhooksAllowPrivate: true,
      scorers: options.scorers ?? [plainScorer()],
      localWithoutKey: options.localWithoutKey ?? false,
      scorersAllowPrivate: options.scorersAllowPrivate ?? true,
      jobs: (req, res, next) => (workers ? jobsBoard(workers.backend, JOBS_PATH)(req, res, next) : next()),
    });
    servers.push(served);
    return `http://127.0.0.1:${served.port}`;
  }

  async function start(scorers = options.scorers ?? [plainScorer()]): Promise<Backend> {
    const backend = await openBackend({ databaseUrl: url, redisUrl });
    const running = await startWorkers({
      db,
      url,
      backend,
      scorers,
      secret: await installationSecret(db, null),
      scorersAllowPrivate: true,
      webhooksAllowPrivate: true,
    });
    workers = { backend, ...running };
    return backend;
  }

  async function stopWorkers(): Promise<void> {
    await workers?.stop();
    workers = null;
  }

  async function undone(): Promise<string | null> {
    const { rows } = await db.query<{ outbox: number; pending: number }>(
      `select (select count(*)::int from outbox) as outbox, (select count(*)::int from comments where status = 'pending') as pending`,
    );
    const { outbox, pending } = rows[0] as { outbox: number; pending: number };
    const jobs = await workers?.backend.counts().catch(() => null);
    const busy = jobs ? jobs.waiting + jobs.active + jobs.delayed : 0;
    if (outbox + pending + busy === 0 && jobs !== null) return null;
    return `outbox ${outbox}, pending ${pending}, jobs ${JSON.stringify(jobs)}`;
  }

  async function asLogin(sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
    const login = new pg.Client({ connectionString: url });
    await login.connect();
    try {
      return await login.query(sql, values);
    } finally {
      await login.end();
    }
  }

  const signedIn = async (moderatorId: string): Promise<Client> =>
    clientAt(address, {
      cookie: `${cookieNameFor(options.publicUrl ?? "http:")}=${await openSession(db, moderatorId)}`,
    });

  const address = await startServer();
  const { rows } = await db.query<{ id: string }>(`select id from moderators`);
  const owner = await signedIn((rows[0] as { id: string }).id);
  if (options.settings)
    await updateSite(db, { slug: site.slug, settings: options.settings, actor: "system" });
  if (options.workers !== false) await start();

  return {
    db,
    url,
    address,
    reader: clientAt(address),
    owner,
    site,
    async settings(change) {
      await updateSite(db, { slug: site.slug, settings: change, actor: "system" });
    },
    asLogin,
    async cutFeeds(meanwhile) {
      const database = databaseName(url);
      const beside = new pg.Client({ connectionString: onDatabase(url, "postgres") });
      await beside.connect();
      try {
        // Nobody connects to this database anew until it is allowed again; connections that stand go on.
        await beside.query(`alter database ${database} allow_connections false`);
        await beside.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'replydesk listen live' and datname = $1`,
          [database],
        );
        await meanwhile();
      } finally {
        await beside.query(`alter database ${database} allow_connections true`);
        await beside.end();
      }
    },
    signedIn,
    startWorkers: start,
    stopWorkers,
    startServer,
    async drain(seconds = 20) {
      let left: string | null = null;
      try {
        await until(
          "all work is done",
          async () => {
            left = await undone();
            return left === null;
          },
          seconds,
        );
      } catch (error) {
        throw new Error(`${(error as Error).message} Left: ${left}.`);
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await stopWorkers();
      await Promise.all(servers.map((server) => server.stop()));
      await database.close();
    },
  };
}
