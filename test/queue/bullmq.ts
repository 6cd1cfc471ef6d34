import {
  createPostgresBackend,
  FlowProducer,
  type FlowProducerOptions,
  type Job,
  Queue,
  QueueEvents,
  type QueueOptions,
  Worker,
  type WorkerOptions,
} from "bullmq";
import { Redis } from "ioredis";
import { connect } from "../../server/db/pool.ts";
import { QUEUE_SCHEMA } from "../../workers/queue-schema.ts";
import { freshDatabase } from "../support/database.ts";
import { startRedis } from "../support/redis.ts";

export type Kind = "redis" | "postgres";

/** Makes BullMQ's parts on one back end, and closes them all. */
export interface Parts {
  queue(name: string, options?: Partial<QueueOptions>): Queue;
  worker(
    name: string,
    work: ((job: Job) => Promise<unknown>) | null,
    options?: Partial<WorkerOptions>,
  ): Promise<Worker>;
  events(name: string): Promise<QueueEvents>;
  flows(): FlowProducer;
  /** Closes every part; the server stays. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

/** Null where this machine has no server for the back end; the reason has been printed. */
export async function partsOn(kind: Kind): Promise<Parts | null> {
  const server = kind === "redis" ? await onRedis() : await onPostgres();
  if (!server) return null;
  const { connection, factory, stop } = server;
  const open: { close(): Promise<unknown> }[] = [];
  const kept = <T extends { close(): Promise<unknown>; on(event: "error", hear: () => void): unknown }>(
    part: T,
  ): T => {
    part.on("error", () => {});
    open.unshift(part);
    return part;
  };
  const close = async (): Promise<void> => {
    await Promise.allSettled(open.splice(0).map((part) => part.close()));
  };
  return {
    queue: (name, options) => kept(new Queue(name, { connection: connection(), ...options }, factory)),
    async worker(name, work, options) {
      const worker = kept(new Worker(name, work, { connection: connection(), ...options }, factory));
      await worker.waitUntilReady();
      return worker;
    },
    async events(name) {
      // From the first event of the queue: "ready" does not promise that following "from now on" has begun.
      const events = kept(new QueueEvents(name, { connection: connection(), lastEventId: "0" }, factory));
      await events.waitUntilReady();
      return events;
    },
    flows: () => kept(new FlowProducer({ connection: connection() } as FlowProducerOptions, factory)),
    close,
    async stop() {
      await close();
      await stop();
    },
  };
}

interface Server {
  connection(): never;
  factory: never;
  stop(): Promise<void>;
}

async function onRedis(): Promise<Server | null> {
  const redis = await startRedis();
  if (!redis) return null;
  const clients: Redis[] = [];
  return {
    connection() {
      const client = new Redis(redis.url, { maxRetriesPerRequest: null });
      client.on("error", () => {});
      clients.push(client);
      return client as never;
    },
    factory: undefined as never,
    async stop() {
      for (const client of clients) client.disconnect();
      await redis.stop();
    },
  };
}

async function onPostgres(): Promise<Server> {
  const database = await freshDatabase();
  // Every worker and every stream of events keeps a connection to listen on.
  const pool = connect(database.url, { max: 30, searchPath: QUEUE_SCHEMA });
  pool.setMaxListeners(50);
  return {
    connection: () => pool as never,
    factory: createPostgresBackend as never,
    async stop() {
      await pool.end();
      await database.close();
    },
  };
}
