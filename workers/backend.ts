import { type BackendFactory, createPostgresBackend, Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { connect } from "../server/db/pool.ts";
import { log } from "../server/log.ts";
import { JOBS, type JobName, type NewJob, type Payload } from "./jobs.ts";
import { migrateQueue, QUEUE_SCHEMA } from "./queue-schema.ts";

export type Handlers = { [N in JobName]: (payload: Payload<N>) => Promise<void> };

/** The job queue, wherever it lives: on Redis or Valkey, or in the PostgreSQL database itself. */
export interface Backend {
  kind: "redis" | "postgres";
  /** To look into, and to do by hand what failed. */
  readonly queues: readonly Queue[];
  /** Hands jobs to the queue; rejects at once, rather than waiting, when the queue cannot be reached. */
  add(jobs: NewJob[]): Promise<void>;
  /** Starts working; resolves when every worker listens, or soon when the queue is away. */
  work(handlers: Handlers): Promise<void>;
  /** Jobs that wait, run or have failed, for the metrics and for tests that wait for the end of all work. */
  counts(): Promise<{ waiting: number; active: number; delayed: number; failed: number }>;
  stop(): Promise<void>;
}

/** Where jobs live, apart from other users of the same Redis. Braces keep a queue's keys on one node of a cluster. */
const PREFIX = "{replydesk}";

export interface BackendOptions {
  databaseUrl: string;
  redisUrl: string | null;
  /** Only tests choose another, to share one Redis. */
  prefix?: string;
}

/** Workers of a queue that is away begin when it is there; meanwhile the process goes on after this long, in ms. */
const PATIENCE = 2_000;

/** A Redis that takes longer to answer, in ms, counts as gone; what it did all the same is done twice, harmlessly. */
const ANSWER = 5_000;

/** When stopping: how long jobs under way may take, and how long to wait for a queue that is away, in ms. */
const LAST_JOBS = 10_000;
const AWAY = 1_000;

/** Waits for the promise, but no longer than this. */
async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, enough]).finally(() => clearTimeout(timer));
}

interface Parts {
  kind: Backend["kind"];
  /** A connection for adding, which fails at once when there is nobody to answer; and one for a worker, which waits for ever. */
  connection(use: "add" | "work"): object;
  factory?: BackendFactory;
  /** Whether a connection stands at this moment. */
  reachable(): boolean;
  close(): Promise<void>;
}

export async function openBackend(options: BackendOptions): Promise<Backend> {
  const parts = options.redisUrl ? onRedis(options.redisUrl) : await onPostgres(options.databaseUrl);
  const prefix = options.prefix ?? PREFIX;
  const names = Object.keys(JOBS) as JobName[];
  const adding = parts.connection("add");
  const queues = new Map(
    names.map((name) => {
      const queue = new Queue(
        name,
        { connection: adding, prefix, skipVersionCheck: true },
        parts.factory as never,
      );
      queue.on("error", quiet);
      return [name, queue] as const;
    }),
  );
  const workers: Worker[] = [];
  let ended = false;
  /** A queue that goes away while this process leaves it is no news. */
  function quiet(error: Error): void {
    if (!ended) complain(error);
  }

  return {
    kind: parts.kind,
    queues: [...queues.values()],
    async add(jobs) {
      // BullMQ would wait for a first connection for ever, with the relay's transaction open.
      if (!parts.reachable()) throw new Error("The job queue cannot be reached");
      for (const name of names) {
        const mine = jobs.filter((job) => job.name === name);
        if (mine.length === 0) continue;
        await (queues.get(name) as Queue).addBulk(
          mine.map((job) => ({ name, data: job.payload, opts: { ...JOBS[name].options, jobId: job.id } })),
        );
      }
    },
    async work(handlers) {
      for (const name of names) {
        const { payload, concurrency } = JOBS[name];
        const run = handlers[name] as (payload: unknown) => Promise<void>;
        const worker = new Worker(
          name,
          async (job) => run(payload.parse(job.data)),
          {
            connection: parts.connection("work"),
            prefix,
            concurrency,
            lockDuration: 60_000,
            skipVersionCheck: true,
          },
          parts.factory as never,
        );
        worker.on("error", quiet);
        worker.on("failed", (job, error) =>
          log.error(
            { job: name, id: job?.id, attempt: job?.attemptsMade, reason: error.message },
            "A job failed",
          ),
        );
        workers.push(worker);
      }
      await within(PATIENCE, Promise.all(workers.map((worker) => worker.waitUntilReady())));
    },
    async counts() {
      const all = await Promise.all(
        [...queues.values()].map((queue) => queue.getJobCounts("waiting", "active", "delayed", "failed")),
      );
      const sum = (kind: string) => all.reduce((total, counts) => total + (counts[kind] ?? 0), 0);
      return {
        waiting: sum("waiting"),
        active: sum("active"),
        delayed: sum("delayed"),
        failed: sum("failed"),
      };
    },
    async stop() {
      // BullMQ would wait for a Redis that is away for as long as it is away, unless told to let go. Jobs cut short are done by others.
      const letGo = !parts.reachable();
      await within(
        letGo ? AWAY : LAST_JOBS,
        Promise.allSettled(workers.map((worker) => worker.close(letGo))),
      );
      await within(AWAY, Promise.allSettled([...queues.values()].map((queue) => queue.close())));
      ended = true;
      await parts.close();
    },
  };
}

function onRedis(url: string): Parts {
  const connections: Redis[] = [];
  return {
    kind: "redis",
    connection(use) {
      const redis = new Redis(url, {
        maxRetriesPerRequest: use === "work" ? null : 1,
        enableOfflineQueue: use === "work",
        connectTimeout: 5_000,
        // One that holds the connection and says nothing must not hold the relay's transaction.
        ...(use === "add" && { commandTimeout: ANSWER }),
        retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
      });
      redis.on("error", complain);
      connections.push(redis);
      return redis;
    },
    reachable: () => connections[0]?.status === "ready",
    async close() {
      for (const redis of connections) redis.disconnect();
    },
  };
}

async function onPostgres(url: string): Promise<Parts> {
  await migrateQueue(url);
  // Each worker keeps one connection to listen on.
  const pool = connect(url, { max: 10, searchPath: QUEUE_SCHEMA, name: "replydesk queue" });
  return {
    kind: "postgres",
    connection: () => pool,
    factory: createPostgresBackend as never,
    reachable: () => true,
    close: () => pool.end(),
  };
}

let told = 0;
/** BullMQ reports a lost connection on every retry; once a while is enough. */
function complain(error: Error): void {
  if (Date.now() - told < 10_000) return;
  told = Date.now();
  log.warn(
    { reason: error.message },
    "The job queue cannot be reached; work waits and goes on when it is back",
  );
}
