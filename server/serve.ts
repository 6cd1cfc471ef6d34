import { createServer, type Server } from "node:http";
import { keyRecogniser } from "./api-keys/recognise.ts";
import { type AppOptions, createApp } from "./app.ts";
import { threadCache } from "./comments/thread-cache.ts";
import type { Db } from "./db/pool.ts";
import { startFeed } from "./events/feed.ts";
import { limits as openLimits } from "./http/limits.ts";
import { installationSecret } from "./installation.ts";
import { startLive } from "./live.ts";
import { watchDatabase, watchSockets } from "./metrics.ts";
import type { Scorer } from "./scoring/scorer.ts";
import { forgetSites } from "./sites/store.ts";
import { listenOn } from "./start/port.ts";

export interface ServeOptions {
  db: Db;
  /** Reaches PostgreSQL itself, to listen on. */
  url: string;
  redisUrl: string | null;
  port: number;
  host: string;
  publicUrl: string | null;
  trustProxy: number | string[] | null;
  secret: string | null;
  webhooksAllowPrivate: boolean;
  scorers: readonly Scorer[];
  /** Whether programs on this machine may ask for scores without a key. */
  localWithoutKey: boolean;
  scorersAllowPrivate: boolean;
  jobs: AppOptions["jobs"];
}

export interface Served {
  http: Server;
  port: number;
  /** Stops taking requests, lets those under way end, closes the sockets. */
  stop(): Promise<void>;
}

/** Starts the API, the pages and the live doors of one process. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { db } = options;
  const [feed, secret] = await Promise.all([startFeed(options.url), installationSecret(db, options.secret)]);
  feed.subscribe((event) => event.type === "site.updated" && forgetSites());
  feed.onGap(forgetSites);
  const limits = openLimits(options.redisUrl, options.trustProxy !== null);
  const app = createApp({
    ...options,
    secret,
    feed,
    limits,
    threads: threadCache(feed),
    recogniseKey: keyRecogniser(db, feed),
  });
  const http = createServer(app);
  // Longer than a load balancer's, so that it, not we, closes an idle connection first.
  http.keepAliveTimeout = 65_000;
  http.requestTimeout = 30_000;
  const live = startLive(http, {
    db,
    feed,
    secret,
    publicUrl: options.publicUrl,
  });
  watchDatabase(db);
  watchSockets(live.connected);
  const port = await listenOn(http, options.port, options.host);
  return {
    http,
    port,
    async stop() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeIdleConnections();
      // Closes the sockets and the HTTP server; requests under way get five seconds.
      setTimeout(() => http.closeAllConnections(), 5_000).unref();
      await live.stop();
      await closed;
      limits.stop();
      await feed.stop();
    },
  };
}
