import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { joinEmbedded, startEmbedded } from "../../server/db/embedded.ts";
import { packageRoot } from "../../server/package-root.ts";
import { onDatabase } from "../support/test-server.ts";
import { type Running, start, startRedis } from "./processes.ts";
import { OWNER, signIn } from "./sign-in.ts";

/** One way of running: where to send requests, whose CPU counts, and the database behind it. */
export interface Subject {
  port: number;
  pids: number[];
  db: pg.Client;
  /** The owner's session, where there is a desk. */
  cookie: string;
}

export interface Stack {
  bare: Subject;
  /** A server without workers: what accepting alone costs. */
  post: Subject;
  /** Everything in one process on the built-in PostgreSQL. */
  embedded: Subject;
  /** A server and workers as processes of their own, on PostgreSQL and Redis; null where there is no Redis. */
  real: Subject | null;
  stop(): Promise<void>;
}

/** Starts all of them on loopback, with data in a folder of their own that is removed at the end. */
export async function startStack(): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), "replydesk-bench-"));
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  const run = async (file: string, env: Record<string, string>, ready?: RegExp): Promise<Running> => {
    const running = await start(
      file.endsWith(".ts") ? file : join(packageRoot(), "dist", file),
      { ...OWNER, ...env },
      ready,
    );
    stops.push(running.stop);
    return running;
  };
  const client = async (url: string): Promise<pg.Client> => {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    stops.push(() => db.end());
    return db;
  };
  try {
    const postgres = await startEmbedded(join(folder, "services"));
    stops.push(postgres.stop);
    const postgresPid = pidOf(join(folder, "services"));
    const database = async (name: string): Promise<string> => {
      const admin = new pg.Client({ connectionString: postgres.url });
      await admin.connect();
      await admin.query(`create database ${name}`);
      await admin.end();
      return onDatabase(postgres.url, name);
    };

    const bareUrl = await database("bare");
    const bare = await run(join(import.meta.dirname, "bare.ts"), { DATABASE_URL: bareUrl });

    const postUrl = await database("post");
    const post = await run("server/server.js", { DATABASE_URL: postUrl });

    const data = join(folder, "embedded");
    const main = await run("server/main.js", { DATA_DIR: data });
    const mainDb = await client(await joinEmbedded(data));

    const redis = await startRedis(folder);
    if (redis) stops.push(redis.stop);
    const real = redis && (await startReal(await database("real"), redis));

    async function startReal(url: string, { port, pid: redisPid }: Running): Promise<Subject> {
      const services = { DATABASE_URL: url, REDIS_URL: `redis://127.0.0.1:${port}` };
      const server = await run("server/server.js", services);
      const workers = await run("workers/main.js", services, /Workers ready/);
      return {
        port: server.port,
        pids: [server.pid, workers.pid, redisPid, postgresPid],
        db: await client(url),
        cookie: await signIn(server.port),
      };
    }

    return {
      bare: { port: bare.port, pids: [bare.pid, postgresPid], db: await client(bareUrl), cookie: "" },
      post: { port: post.port, pids: [post.pid, postgresPid], db: await client(postUrl), cookie: "" },
      embedded: { port: main.port, pids: [main.pid], db: mainDb, cookie: await signIn(main.port) },
      real,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const pidOf = (folder: string): number =>
  Number(readFileSync(join(folder, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]);
