import { runNext } from "../server/backtests/run.ts";
import type { Db } from "../server/db/pool.ts";
import { auditWhenDue } from "../server/events/audit.ts";
import { chaining } from "../server/events/extend-chain.ts";
import { log } from "../server/log.ts";
import { tripBreakers } from "../server/rules/trip-breakers.ts";
import type { Scorer } from "../server/scoring/scorer.ts";
import { siteScorers } from "../server/scoring/site-scorers.ts";
import { forgetTraces } from "../server/traces/forget.ts";
import type { Backend } from "./backend.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import { moderateComments } from "./moderate-comments.ts";
import { startRelay } from "./relay.ts";
import { runBatches } from "./run-batches.ts";
import { sweep } from "./sweep.ts";
import { sweepDeliveries } from "./sweep-deliveries.ts";
import { searchSweep } from "./sweep-search.ts";
import { sweepUnscored } from "./sweep-unscored.ts";

export interface WorkerOptions {
  db: Db;
  /** Reaches PostgreSQL itself, to listen on. */
  url: string;
  backend: Backend;
  /** Those of this installation. */
  scorers: readonly Scorer[];
  /** Opens the keys of sites' own scorers. */
  secret: string;
  scorersAllowPrivate: boolean;
  webhooksAllowPrivate: boolean;
}

const SWEEP = 5_000;
const SWEEP_DELIVERIES = 1_000;
const RUN_BATCHES = 250;
const RUN_BACKTESTS = 250;
const EXTEND_CHAIN = 2_000;
const AUDIT = 60_000;
/** 500 comments each time: a million from before an upgrade are findable within the hour. */
const SWEEP_SEARCH = 1_000;
const SAVE_HEALTH = 5_000;
const FORGET = 60_000;
const TRIP_BREAKERS = 10_000;

export interface Workers {
  /** When the relay last came round, in ms since 1970. */
  lastRound(): number;
  stop(): Promise<void>;
}

/** Starts everything that happens later: the relay, the workers and the sweeps. Several processes may do so at once. */
export async function startWorkers({
  db,
  url,
  backend,
  scorers,
  secret,
  scorersAllowPrivate,
  webhooksAllowPrivate,
}: WorkerOptions): Promise<Workers> {
  const sites = siteScorers(db, { installed: scorers, secret, allowPrivate: scorersAllowPrivate });
  await backend.work({
    "moderate-comments": ({ commentIds }) => moderateComments(db, sites.toAsk, commentIds),
    "deliver-webhook": ({ deliveryId }) =>
      deliverWebhook(db, { allowPrivate: webhooksAllowPrivate, add: backend.add }, deliveryId),
  });
  const relay = await startRelay(db, url, backend.add);
  const extendChain = chaining(db);
  const findable = searchSweep(db);
  const ending = new AbortController();
  const sweeps = [
    repeat(SWEEP, "sweep", (round) => sweep(db, backend.add, round)),
    repeat(SWEEP, "sweep of unscored comments", () => sweepUnscored(db, sites.toAsk)),
    repeat(SWEEP_SEARCH, "sweep of what cannot be found", () => findable()),
    repeat(SAVE_HEALTH, "record of the scorers' health", () => sites.saveHealth()),
    repeat(FORGET, "forgetting of readers' traces", () => forgetTraces(db)),
    repeat(EXTEND_CHAIN, "chaining of the audit log", extendChain),
    repeat(AUDIT, "check of the audit log", () => auditWhenDue(db)),
    repeat(SWEEP_DELIVERIES, "webhook sweep", () => sweepDeliveries(db, backend.add)),
    repeat(TRIP_BREAKERS, "watch over rules that reject", () => tripBreakers(db)),
    repeat(RUN_BATCHES, "work on batches", () => runBatches(db)),
    repeat(RUN_BACKTESTS, "work on back-tests", () => runNext(db, ending.signal)),
  ];
  return {
    lastRound: relay.lastRound,
    async stop() {
      ending.abort();
      await Promise.all(sweeps.map((stop) => stop()));
      await relay.stop();
      await backend.stop();
    },
  };
}

/** Runs `work` again and again with a pause between; a failure is logged and the next round tries again. */
function repeat(pause: number, what: string, work: (round: number) => Promise<unknown>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = work(Date.now()).then(
        () => {},
        (error: Error) => log.warn({ reason: error.message }, `The ${what} failed; it will run again`),
      );
      void running.then(again);
    }, pause);
    timer.unref();
  };
  again();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
