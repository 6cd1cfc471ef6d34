import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { type Embedded, startEmbedded } from "../../server/db/embedded.ts";
import { connect } from "../../server/db/pool.ts";
import { joinDatabase, openDatabase } from "../../server/start/open-database.ts";
import { processIdentity } from "../../server/start/process-identity.ts";
import { type Program, startProgram } from "../support/program.ts";
import { copyMadeFiles } from "../support/test-server.ts";
import { until } from "../support/until.ts";

let folder: string;
let programs: Program[] = [];

jest.setTimeout(60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replydesk-start-"));
});
afterEach(async () => {
  for (const program of programs) {
    program.process.kill("SIGKILL");
    await program.ended;
  }
  programs = [];
  const left = postmaster();
  if (left && processIdentity(left)) {
    process.kill(left, "SIGQUIT");
    await until("PostgreSQL ended", () => processIdentity(left) === null);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

function postmaster(): number | null {
  const file = join(folder, "postgres", "cluster", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

function unfinished(): string[] {
  const parts = join(folder, "postgres");
  return existsSync(parts) ? readdirSync(parts).filter((name) => name.startsWith("init-")) : [];
}

function startInFolder(uid?: number): Program {
  const program = startProgram("test/start/run-database.ts", { DATA_DIR: folder, HOME: folder }, { uid });
  programs.push(program);
  return program;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("it keeps its data over a restart, answers on loopback with a password, and leaves nothing running", async () => {
  const first = await startEmbedded(folder);
  expect(first.started).toBe(true);
  await ask(first.url, "create table kept as select 7 as n");
  expect(await ask(first.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await ask(first.url, "show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
  const guess = new URL(first.url);
  guess.password = "guess";
  await expect(ask(guess.href, "select 1")).rejects.toThrow("password authentication failed");
  const pid = postmaster();
  await first.stop();
  expect(processIdentity(pid ?? 0)).toBeNull();

  const second = await startEmbedded(folder);
  expect(await ask(second.url, "select n from kept")).toEqual([{ n: 7 }]);
  await second.stop();
});

test("it is started again on its port when it dies, and the pool goes on", async () => {
  copyMadeFiles(folder);
  const server: Embedded = await startEmbedded(folder, { fsync: false });
  const db = connect(server.url, { max: 2 });
  await db.query("create table kept as select 7 as n");
  const died = postmaster() ?? 0;
  process.kill(died, "SIGKILL");
  await until("another server took its place", () => ![died, null].includes(postmaster()));
  await until("a query was answered", () =>
    db.query("select n from kept").then(
      ({ rows }) => rows[0]?.n === 7,
      () => false,
    ),
  );
  await db.end();
  await server.stop();
  expect(postmaster()).toBeNull();
});

test("after our process was killed the next start takes over the running database, and stops it in the end", async () => {
  copyMadeFiles(folder);
  const killed = startInFolder();
  await killed.says("ready");
  const pid = postmaster();
  killed.process.kill("SIGKILL");
  await killed.ended;
  expect(processIdentity(pid ?? 0)).not.toBeNull();

  const next = startInFolder();
  await next.says("ready");
  expect(postmaster()).toBe(pid);
  next.process.kill("SIGTERM");
  expect(await next.ended).toBe(0);
  expect(processIdentity(pid ?? 0)).toBeNull();
  expect(readdirSync(folder)).toEqual(["postgres"]);
});

test("a pid file left by a crash does not stop the start, though its pid is another program's by now", async () => {
  copyMadeFiles(folder);
  const lines = [process.pid, join(folder, "postgres", "cluster"), 1, 5432, "", "127.0.0.1", "", "ready   "];
  writeFileSync(join(folder, "postgres", "cluster", "postmaster.pid"), `${lines.join("\n")}\n`);
  const server = await startEmbedded(folder);
  expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
});

test.each([
  ["at its beginning", () => unfinished().length > 0],
  [
    "near its end",
    () => unfinished().some((name) => existsSync(join(folder, "postgres", name, "cluster", "base", "4"))),
  ],
])("a first start that was killed %s is made good by the next", async (_when, reached) => {
  const killed = startInFolder();
  await until("the files were being made", reached);
  killed.process.kill("SIGKILL");
  await killed.ended;

  const next = startInFolder();
  await next.says("ready");
  expect(unfinished()).toEqual([]);
  next.process.kill("SIGTERM");
  expect(await next.ended).toBe(0);
});

test("a first start that was killed while it made the tables is made good by the next", async () => {
  const killed = startInFolder();
  await killed.says("open");
  killed.process.kill("SIGKILL");
  await killed.ended;
  const next = startInFolder();
  await next.says('ready {"sites":0}');
});

test("a second start while one runs says so, and a command joins the running database", async () => {
  copyMadeFiles(folder);
  const first = startInFolder();
  await first.says("ready");
  const second = startInFolder();
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(
    `Replydesk already runs here (pid ${first.process.pid}) at http://127.0.0.1:3999. Stop it first, or set DATA_DIR to another folder.\n`,
  );
  const joined = await joinDatabase({ databaseUrl: null, dataDir: folder });
  expect(await ask(joined.url, "select count(*)::int as n from sites")).toEqual([{ n: 0 }]);
  await joined.close();
  expect(processIdentity(postmaster() ?? 0)).not.toBeNull();
});

test("a database of one's own needs no data folder", async () => {
  const opened = await openDatabase({ databaseUrl: "postgres://somewhere/else", dataDir: "/nowhere/at/all" });
  expect(opened).toMatchObject({ url: "postgres://somewhere/else", embedded: false, lock: null });
  await opened.close();
});

test("where it cannot run, one message says why and names DATABASE_URL", async () => {
  copyMadeFiles(folder);
  writeFileSync(join(folder, "postgres", "cluster", "PG_VERSION"), "9\n");
  await expect(startEmbedded(folder)).rejects.toThrow(
    /^The built-in PostgreSQL cannot run here: it stopped at once: database files are incompatible with server\.\nInstall one \(apt-get install postgresql\).*DATABASE_URL/,
  );
});

const asRoot = process.getuid?.() === 0;
if (!asRoot) console.info("Skipped: only root can try the start as other users.");
const testAsRoot = asRoot ? test : test.skip;

testAsRoot("an ordinary user runs it as itself, and root then runs it as that user", async () => {
  const user = 12345;
  chownSync(folder, user, user);
  const ordinary = startInFolder(user);
  await ordinary.says("ready");
  ordinary.process.kill("SIGTERM");
  expect(await ordinary.ended).toBe(0);
  const root = startInFolder();
  await root.says("ready");
});

testAsRoot("an ordinary user is told that files of another user are in the way", async () => {
  copyMadeFiles(folder);
  const ordinary = startInFolder(12345);
  expect(await ordinary.ended).toBe(1);
  expect(ordinary.output()).toBe(
    `The data folder ${folder} cannot be used: this user may not write there. Make it writable, or set DATA_DIR to another folder.\n`,
  );
});
