import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestRedis {
  readonly url: string;
  /** Ends it at once, as a crash would; what it acknowledged is on disk. */
  kill(): Promise<void>;
  /** Keeps its connections and answers nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same port and files. */
  restart(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

let told = false;

function findServer(): string | null {
  for (const program of ["valkey-server", "redis-server"])
    if (spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0) return program;
  return null;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => resolve(false));
    socket.on("connect", () => socket.write("PING\r\n"));
    socket.on("data", (reply) => {
      socket.destroy();
      resolve(reply.toString().startsWith("+PONG"));
    });
  });
}

/** A private Redis or Valkey on loopback, or null, with the reason printed, where neither program is on PATH. */
export async function startRedis(): Promise<TestRedis | null> {
  const program = findServer();
  if (!program) {
    if (!told) console.info("Skipped: there is no valkey-server or redis-server on PATH.");
    told = true;
    return null;
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "replydesk-redis-"));
  let child: ChildProcess;

  async function start(): Promise<void> {
    const args = `--port ${port} --bind 127.0.0.1 --appendonly yes --appendfsync always --maxmemory-policy noeviction`;
    child = spawn(program as string, [...args.split(" "), "--save", "", "--dir", folder], {
      stdio: "ignore",
    });
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end("SIGKILL"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    restart: start,
    async stop() {
      child.kill("SIGCONT");
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
