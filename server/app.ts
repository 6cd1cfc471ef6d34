import express, { type Express } from "express";
import { articleRoutes } from "./articles/routes.ts";
import { commentRoutes } from "./comments/routes.ts";
import type { ThreadCache } from "./comments/thread-cache.ts";
import type { Db } from "./db/pool.ts";
import { decisionRoutes } from "./decisions/routes.ts";
import type { Feed } from "./events/feed.ts";
import { eventRoutes } from "./events/routes.ts";
import { authenticateBy } from "./http/authenticate.ts";
import { corsBySite } from "./http/cors.ts";
import { health } from "./http/health.ts";
import { jsonBody } from "./http/json-body.ts";
import type { Limits } from "./http/limits.ts";
import { mount, type Route } from "./http/mount.ts";
import { observe } from "./http/observe.ts";
import { pages } from "./http/pages.ts";
import { nothingHere, problemHandler } from "./http/problem.ts";
import { sessionRoutes } from "./moderators/routes.ts";
import { openApiDocument } from "./openapi.ts";
import { reviewRoutes } from "./reviews/routes.ts";
import { siteRoutes } from "./sites/routes.ts";
import { webhookRoutes } from "./webhooks/routes.ts";

export interface AppOptions {
  db: Db;
  feed: Feed;
  threads: ThreadCache;
  limits: Limits;
  /** Signs readers' tokens. */
  secret: string;
  publicUrl: string | null;
  /** Express's `trust proxy`; null believes no proxy. */
  trustProxy: number | string[] | null;
  webhooksAllowPrivate: boolean;
}

/** Every route of the API, in one readable list. */
export function routesOf(options: AppOptions): Route[] {
  return [
    ...commentRoutes(options),
    ...reviewRoutes(options),
    ...decisionRoutes(options),
    ...sessionRoutes(options),
    ...siteRoutes(options),
    ...articleRoutes(options),
    ...eventRoutes(options),
    ...webhookRoutes({ db: options.db, allowPrivate: options.webhooksAllowPrivate }),
  ];
}

export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", options.trustProxy ?? false);
  app.set("query parser", "simple");

  app.use("/api", observe);
  app.all(["/api/sites/:site/comments", "/api/sites/:site/comments/:id"], corsBySite(options.db));
  app.post("/api/sites/:site/comments", options.limits.posts);
  app.patch("/api/sites/:site/comments/:id", options.limits.posts);
  app.use("/api", jsonBody());
  mount(app, routesOf(options), authenticateBy(options.db, options.publicUrl));

  app.use(health(options.db));
  app.use(
    pages({
      openapi: JSON.stringify(openApiDocument(), null, 2),
      https: options.publicUrl?.startsWith("https:") ?? false,
    }),
  );
  app.use(nothingHere);
  app.use(problemHandler);
  return app;
}
