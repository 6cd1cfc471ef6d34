import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { lockDataFolder, lockHolder } from "../../server/start/lock.ts";
import { processIdentity } from "../../server/start/process-identity.ts";

let folder: string;
const file = () => join(folder, "replydesk.lock");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replydesk-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function lockLeftBy(change: Readonly<Record<string, unknown>>): void {
  const holder = JSON.parse(readFileSync(file(), "utf8")) as Record<string, unknown>;
  writeFileSync(file(), JSON.stringify({ ...holder, id: "another", ...change }));
}

test("a second process on one data folder is told which runs, where, and what to do", async () => {
  const lock = await lockDataFolder(folder);
  lock.announce("http://127.0.0.1:3000");
  await expect(lockDataFolder(folder)).rejects.toThrow(
    `Replydesk already runs here (pid ${process.pid}) at http://127.0.0.1:3000. Stop it first, or set DATA_DIR to another folder.`,
  );
  expect(lockHolder(folder)).toEqual({ pid: process.pid, url: "http://127.0.0.1:3000" });
  lock.release();
  expect(lockHolder(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["that is gone", { pid: 999_999_999 }],
  ["whose pid is another program's by now", { pid: process.ppid }],
  ["from before the machine was restarted", { identity: "0000-another-boot/1" }],
])("the lock of a process %s is replaced", async (_name, left) => {
  await lockDataFolder(folder);
  lockLeftBy(left);
  expect(lockHolder(folder)).toBeNull();
  const lock = await lockDataFolder(folder);
  expect(lockHolder(folder)?.pid).toBe(process.pid);
  lock.release();
});

test("of several processes that replace a dead lock at once, one gets it", async () => {
  await lockDataFolder(folder);
  lockLeftBy({ pid: 999_999_999 });
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => lockDataFolder(folder)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a lock from another container holds while it is touched, and no longer", async () => {
  await lockDataFolder(folder);
  lockLeftBy({ pids: "pid:[another]", pid: 1, identity: "unseen" });
  await expect(lockDataFolder(folder)).rejects.toThrow("already runs here (pid 1)");
  const past = new Date(Date.now() - 60_000);
  utimesSync(file(), past, past);
  (await lockDataFolder(folder)).release();
});

test("a lock file that is no lock is replaced", async () => {
  writeFileSync(file(), "");
  (await lockDataFolder(folder)).release();
});

test("a process has one identity for as long as it lives", () => {
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(process.pid)).not.toBe(processIdentity(process.ppid));
  expect(processIdentity(999_999_999)).toBeNull();
  expect(processIdentity(Number.NaN)).toBeNull();
});
