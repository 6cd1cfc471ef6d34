import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { processIdentity } from "../start/process-identity.ts";
import { type Account, ENVIRONMENT } from "./embedded-account.ts";

/** A PostgreSQL server that runs, whoever started it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  alive(): boolean;
}

const LOG_LIMIT = 5_000_000;
/** Recovery after a crash replays the log first, which can take a while on a slow disk. */
const PATIENCE = 120_000;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Reads postmaster.pid: pid, port, and the server's own word on its state. */
function readPidFile(cluster: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  } catch {
    return null;
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  } catch {
    return "";
  }
}

function watch(pid: number, port: number): Postmaster {
  const identity = processIdentity(pid);
  return { pid, port, alive: () => identity !== null && processIdentity(pid) === identity };
}

/** What runs on these files now, if anything: a server that answers, or one that is starting or stopping. */
export function running(cluster: string): Postmaster | "busy" | null {
  const found = readPidFile(cluster);
  if (!found || !processIdentity(found.pid) || !commandOf(found.pid).includes(`${cluster} `)) return null;
  return found.status === "ready" ? watch(found.pid, found.port) : "busy";
}

/**
 * The server that already runs on these files, as happens when our process was killed and PostgreSQL was not.
 * Waits for one that is starting or stopping. Null when there is none; a pid file of a dead server, whose pid may
 * belong to another program by now, is removed. Only for the process that holds the data folder.
 */
export async function takeOver(cluster: string): Promise<Postmaster | null> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const server = running(cluster);
    if (server === null) rmSync(join(cluster, "postmaster.pid"), { force: true });
    if (server !== "busy") return server;
    await pause(10);
  }
  throw new Error("another PostgreSQL on the same files does not answer");
}

/** A port that was free on loopback a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * Starts PostgreSQL on loopback only, in a session of its own, so that Ctrl-C reaches us first and we stop it last.
 * Its messages go to the file `log` beside the cluster, without statements or rows. Resolves when it is ready.
 */
export async function launch(
  cluster: string,
  postgres: string,
  account: Account,
  settings: Readonly<Record<string, string>>,
  port?: number,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchOn(port ?? (await freePort()), cluster, postgres, account, settings);
    } catch (error) {
      const taken = port === undefined && (error as Error).message.includes("TCP/IP sockets");
      if (!taken || attempt === 3) throw error;
    }
  }
}

async function launchOn(
  port: number,
  cluster: string,
  postgres: string,
  { prefix, uid, gid }: Account,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const logFile = join(dirname(cluster), "log");
  const tooLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT;
  const output = openSync(logFile, tooLong ? "w" : "a", 0o600);
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const [command = postgres, ...rest] = [...prefix, postgres, "-D", cluster, ...options];
  const child = spawn(command, rest, {
    uid,
    gid,
    env: ENVIRONMENT,
    cwd: "/",
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let ended = false;
  child.on("error", () => {
    ended = true;
  });
  child.on("exit", () => {
    ended = true;
  });
  child.unref();
  const end = Date.now() + PATIENCE;
  while (!ended && Date.now() < end) {
    const found = readPidFile(cluster);
    if (found && found.pid === child.pid && found.status === "ready") return watch(found.pid, port);
    await pause(5);
  }
  if (child.pid && !ended) process.kill(child.pid, "SIGQUIT");
  throw new Error(`it stopped at once: ${lastMessage(logFile)}`);
}

/** The last thing PostgreSQL said, without the time and process in front. */
function lastMessage(logFile: string): string {
  const last = readFileSync(logFile, "utf8").trim().split("\n").at(-1) ?? "";
  return last.replace(/^.*?\] [A-Z]+: +/, "");
}

/** Stops the server cleanly: open connections are closed, everything is on disk. Forces it after ten seconds. */
export async function stopPostmaster(server: Postmaster): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!server.alive()) return;
    process.kill(server.pid, signal);
    const end = Date.now() + patience;
    while (server.alive() && Date.now() < end) await pause(5);
  }
}
