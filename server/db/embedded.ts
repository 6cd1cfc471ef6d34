import { chmodSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { findAccount } from "./embedded-account.ts";
import { findBinaries } from "./embedded-binaries.ts";
import { prepareCluster, readPassword, SUPERUSER } from "./embedded-cluster.ts";
import { launch, type Postmaster, running, stopPostmaster, takeOver } from "./embedded-postmaster.ts";

export interface Embedded {
  readonly url: string;
  /** False when the server already ran. */
  readonly started: boolean;
  /** Stops the server, also one that already ran. */
  stop(): Promise<void>;
}

const DATABASE = "replydesk";
/** How often a look is taken whether the server still lives, in ms. */
const WATCH = 500;
const JOIN_PATIENCE = 15_000;

/** For one small machine. Commits stay synchronous: what was acknowledged survives a power cut. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  max_wal_size: "512MB",
  jit: "off",
  io_method: "sync",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  // Neither statements nor rows reach the log: both hold what readers wrote.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * Starts the PostgreSQL that came with npm on the files in `dataDir`/postgres, making them first where there are
 * none, and keeps it running until stop(). A server left behind by a killed process is taken over. Its address is
 * on loopback, with a password of its own. Throws AppError("unavailable") where it cannot run.
 */
export async function startEmbedded(
  dataDir: string,
  options: { fsync?: boolean; settings?: Readonly<Record<string, string>> } = {},
): Promise<Embedded> {
  try {
    return await start(resolve(dataDir, "postgres"), options.fsync ?? true, {
      ...SETTINGS,
      ...options.settings,
    });
  } catch (error) {
    throw new AppError(
      "unavailable",
      `The built-in PostgreSQL cannot run here: ${(error as Error).message}.\n` +
        "Install one (apt-get install postgresql), or use one you have, and set DATABASE_URL to its address.",
    );
  }
}

/**
 * The address of the built-in PostgreSQL that another process runs on `dataDir`, which is left as it is. Waits for
 * one that is starting. Throws AppError("unavailable") when none does.
 */
export async function joinEmbedded(dataDir: string): Promise<string> {
  const cluster = resolve(dataDir, "postgres", "cluster");
  const end = Date.now() + JOIN_PATIENCE;
  while (Date.now() < end) {
    const server = running(cluster);
    if (server && server !== "busy") {
      const url = addressOf(server, readPassword(cluster));
      if (await exists(url)) return url;
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new AppError(
    "unavailable",
    `Replydesk runs on ${dataDir}, but its database does not answer. Try again.`,
  );
}

function addressOf(server: Postmaster, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
}

async function start(
  folder: string,
  fsync: boolean,
  settings: Readonly<Record<string, string>>,
): Promise<Embedded> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const { initdb, postgres } = findBinaries();
  const account = findAccount(folder, postgres);
  const { cluster, password } = await prepareCluster(folder, initdb, account, fsync);
  const found = await takeOver(cluster);
  const server = found ?? (await launch(cluster, postgres, account, settings));
  const url = addressOf(server, password);
  try {
    await createDatabase(url);
  } catch (error) {
    await stopPostmaster(server);
    throw error;
  }
  const keeper = keepRunning(server, (port) => launch(cluster, postgres, account, settings, port));
  return { url, started: !found, stop: keeper.stop };
}

/** A server that died is started again on its port, so that the pools find it. */
function keepRunning(first: Postmaster, launchOn: (port: number) => Promise<Postmaster>) {
  let server = first;
  let restart: Promise<void> | null = null;

  async function again(): Promise<void> {
    log.error("The built-in PostgreSQL stopped unexpectedly; starting it again");
    try {
      server = await launchOn(server.port);
    } catch (error) {
      log.error({ reason: (error as Error).message }, "It does not start; trying again");
    }
    restart = null;
  }

  const watcher = setInterval(() => {
    if (!restart && !server.alive()) restart = again();
  }, WATCH).unref();

  async function stop(): Promise<void> {
    clearInterval(watcher);
    await restart;
    await stopPostmaster(server);
  }
  return { stop };
}

async function createDatabase(url: string): Promise<void> {
  if (await exists(url)) return;
  const address = new URL(url);
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function exists(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
