import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { packageRoot } from "../../server/package-root.ts";
import type { Order, Report } from "./load.ts";

export interface Running {
  pid: number;
  port: number;
  stop(): Promise<void>;
}

const ROOT = packageRoot();

/** Runs one of the built programs, or a source file of the bench, in production mode until it says its port (or `ready`). */
export async function start(
  file: string,
  env: Record<string, string>,
  ready = /:(\d+)\/desk|listening on (\d+)/,
): Promise<Running> {
  const args = file.endsWith(".ts") ? ["--import", "tsx", file] : [file];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      SEMANTIC: process.env.SEMANTIC ?? "",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = ready.exec(said);
      if (found) resolve(Number(found[1] ?? found[2] ?? 0));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`${file} ended with ${code}:\n${said}`)));
  });
  return { pid: child.pid as number, port, stop: () => end(child) };
}

/** A Redis or Valkey of its own, as docker-compose.yml runs it; null where neither is on PATH. */
export async function startRedis(folder: string): Promise<Running | null> {
  const program = ["valkey-server", "redis-server"].find(
    (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0,
  );
  if (!program) return null;
  const port = await freePort();
  const settings = `--port ${port} --bind 127.0.0.1 --appendonly yes --maxmemory-policy noeviction --dir ${folder}`;
  const child = spawn(program, [...settings.split(" "), "--save", ""], { stdio: ["ignore", "pipe", "pipe"] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => chunk.includes("Ready to accept") && resolve());
    child.on("exit", (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  return { pid: child.pid as number, port, stop: () => end(child) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** The load generator as a process: give it an order, get its report. */
export function startLoad(): { send(order: Order): Promise<Report>; stop(): void } {
  const child = fork(join(import.meta.dirname, "load.ts"), { execArgv: ["--import", "tsx"] });
  return {
    send: (order) =>
      new Promise((resolve, reject) => {
        child.once("message", (answer: { report?: Report; error?: string }) => {
          if (answer.report) resolve(answer.report);
          else reject(new Error(answer.error));
        });
        child.send(order);
      }),
    stop: () => child.disconnect(),
  };
}
