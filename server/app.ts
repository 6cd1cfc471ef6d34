import express, { type Express, type RequestHandler } from "express";
import { accountRoutes } from "./account/routes.ts";
import type { Recognise } from "./api-keys/recognise.ts";
import { apiKeyRoutes } from "./api-keys/routes.ts";
import { appealRoutes } from "./appeals/routes.ts";
import { articleRoutes } from "./articles/routes.ts";
import { assignmentRoutes } from "./assignments/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { backtestRoutes } from "./backtests/routes.ts";
import { batchRoutes } from "./batches/routes.ts";
import { claimRoutes } from "./claims/routes.ts";
import { commentRoutes } from "./comments/routes.ts";
import type { ThreadCache } from "./comments/thread-cache.ts";
import type { Db } from "./db/pool.ts";
import { decisionRoutes } from "./decisions/routes.ts";
import { escalationRoutes } from "./escalations/routes.ts";
import type { Feed } from "./events/feed.ts";
import { eventRoutes } from "./events/routes.ts";
import { featureRoutes } from "./features/routes.ts";
import { historyRoutes } from "./history/routes.ts";
import { admitBy } from "./http/admit.ts";
import { authenticateBy } from "./http/authenticate.ts";
import { corsBySite, corsForAll } from "./http/cors.ts";
import { discovery } from "./http/discovery.ts";
import { googleErrorHandler } from "./http/google-error.ts";
import { health } from "./http/health.ts";
import { JOBS_PATH, jobsPage } from "./http/jobs-page.ts";
import { jsonBody } from "./http/json-body.ts";
import type { Limits } from "./http/limits.ts";
import { mount, type Route } from "./http/mount.ts";
import { observe } from "./http/observe.ts";
import { pages } from "./http/pages.ts";
import { nothingHere, problemHandler } from "./http/problem.ts";
import { insightRoutes } from "./insights/routes.ts";
import { invitationRoutes } from "./invitations/routes.ts";
import { moderatorRoutes } from "./moderators/routes.ts";
import { noteRoutes } from "./notes/routes.ts";
import { openApiDocument } from "./openapi.ts";
import { passwordResetRoutes } from "./password-resets/routes.ts";
import { perspectiveApiRoutes } from "./perspective-api/routes.ts";
import { plotRoutes } from "./plots/routes.ts";
import { presenceRoutes } from "./presence/routes.ts";
import { readerRoutes } from "./readers/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { reviewRoutes } from "./reviews/routes.ts";
import { ruleCheckRoutes } from "./rule-checks/routes.ts";
import { ruleConfirmationRoutes } from "./rule-confirmations/routes.ts";
import { ruleExampleRoutes } from "./rule-examples/routes.ts";
import { ruleUndoRoutes } from "./rule-undos/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { sampleRoutes } from "./samples/routes.ts";
import { sanctionRoutes } from "./sanctions/routes.ts";
import { savedViewRoutes } from "./saved-views/routes.ts";
import { scoreRoutes } from "./scores/routes.ts";
import { runningHere } from "./scoring/configured.ts";
import { scoringDetails } from "./scoring/details.ts";
import { scorerRoutes } from "./scoring/routes.ts";
import type { Scorer } from "./scoring/scorer.ts";
import { searchRoutes } from "./search/routes.ts";
import { siteRoutes } from "./sites/routes.ts";
import { surroundingsRoutes } from "./surroundings/routes.ts";
import { webhookRoutes } from "./webhooks/routes.ts";
import { wordListRoutes } from "./word-lists/routes.ts";

export interface AppOptions {
  db: Db;
  feed: Feed;
  threads: ThreadCache;
  limits: Limits;
  /** Signs readers' tokens, and seals secrets. */
  secret: string;
  publicUrl: string | null;
  /** Express's `trust proxy`; null believes no proxy. */
  trustProxy: number | string[] | null;
  webhooksAllowPrivate: boolean;
  /** Those of this installation, in order. */
  scorers: readonly Scorer[];
  recogniseKey: Recognise;
  /** Whether programs on this machine may ask for scores without a key. */
  localWithoutKey: boolean;
  scorersAllowPrivate: boolean;
  /** The pages over the job queues, for owners; null: none. */
  jobs: RequestHandler | null;
}

/** Bytes of a request as Perspective takes them: a text with what it answers, which may be a whole article. */
const PERSPECTIVE_BODY = 2 * 1024 * 1024;
/** What readers say, beside their comments. */
const ACKNOWLEDGEMENT = "/api/sites/:site/warnings/:id/acknowledgement";
/** Bytes of a batch of texts to score. */
const BATCH_BODY = 4 * 1024 * 1024;
/** Bytes of a word list, of any script. */
const LIST_BODY = 4 * 1024 * 1024;

/** Every route of the API, in one readable list. */
export function routesOf(options: AppOptions): Route[] {
  const { db } = options;
  // Who asks by an API key is answered here, whatever the sites of this installation ask besides: docs/perspective.md says why.
  const scorers = runningHere(options.scorers);
  return [
    ...commentRoutes(options),
    ...reviewRoutes(options),
    ...plotRoutes(options),
    ...savedViewRoutes(options),
    ...searchRoutes(options),
    ...historyRoutes(options),
    ...surroundingsRoutes(options),
    ...claimRoutes(options),
    ...presenceRoutes(options),
    ...reportRoutes(options),
    ...appealRoutes(options),
    ...sampleRoutes(options),
    ...escalationRoutes(options),
    ...decisionRoutes(options),
    ...featureRoutes(options),
    ...batchRoutes(options),
    ...sanctionRoutes(options),
    ...readerRoutes(options),
    ...noteRoutes(options),
    ...moderatorRoutes(options),
    ...accountRoutes(options),
    ...invitationRoutes(options),
    ...passwordResetRoutes(options),
    ...siteRoutes(options),
    ...articleRoutes(options),
    ...assignmentRoutes(options),
    ...eventRoutes(options),
    ...auditRoutes(options),
    ...webhookRoutes({ db: options.db, allowPrivate: options.webhooksAllowPrivate }),
    ...apiKeyRoutes(options),
    ...perspectiveApiRoutes({ db, scorers }),
    ...ruleRoutes({ db }),
    ...ruleCheckRoutes({ db, scorers }),
    ...ruleConfirmationRoutes({ db }),
    ...ruleExampleRoutes({ db, scorers }),
    ...ruleUndoRoutes(options),
    ...wordListRoutes(options),
    ...backtestRoutes(options),
    ...insightRoutes(options),
    ...scoreRoutes({ scorers }),
    ...scorerRoutes({
      db: options.db,
      installed: options.scorers,
      secret: options.secret,
      allowPrivate: options.scorersAllowPrivate,
    }),
  ];
}

export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", options.trustProxy ?? false);
  app.set("query parser", "simple");

  app.use(["/api", "/v1alpha1"], observe);
  const readers = [
    "/comments",
    "/comments/:id",
    "/comments/:id/reports",
    "/comments/:id/appeals",
    "/report-reasons",
  ];
  app.all([...readers.map((path) => `/api/sites/:site${path}`), ACKNOWLEDGEMENT], corsBySite(options.db));
  app.post("/api/sites/:site/comments", options.limits.posts);
  app.post("/api/sites/:site/comments/:id/:what", options.limits.posts);
  app.patch("/api/sites/:site/comments/:id", options.limits.posts);
  app.post(ACKNOWLEDGEMENT, options.limits.posts);
  app.post("/api/scores", jsonBody(BATCH_BODY));
  app.use("/api/sites/:site/word-lists", jsonBody(LIST_BODY));
  app.use("/api", jsonBody());
  app.use(["/v1alpha1", "/$discovery"], corsForAll);
  app.use("/v1alpha1", jsonBody(PERSPECTIVE_BODY));
  const authenticate = authenticateBy(options.db, options.publicUrl);
  const { db, recogniseKey: recognise, localWithoutKey } = options;
  const admit = admitBy({ db, recognise, authenticate, quota: options.limits.queries, localWithoutKey });
  mount(app, routesOf(options), authenticate, admit);

  app.use(discovery(options.publicUrl));
  app.use(health(options.db, scoringDetails));
  const https = options.publicUrl?.startsWith("https:") ?? false;
  if (options.jobs) app.use(JOBS_PATH, jobsPage(options.jobs, { authenticate, https }));
  app.use(pages({ openapi: JSON.stringify(openApiDocument(), null, 2), https }));
  app.use(nothingHere);
  app.use(["/v1alpha1", "/$discovery"], googleErrorHandler);
  app.use(problemHandler);
  return app;
}
