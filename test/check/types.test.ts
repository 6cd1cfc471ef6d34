import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

/** Statements in one function; those marked floating must be reported, the others must not. */
const STATEMENTS: [statement: string, floating: boolean][] = [
  ['pool.query("select 1");', true],
  ["redis.quit();", true],
  ['queue.add("name", {});', true],
  ['readFile("x");', true],
  ["[1].map((n) => later(n));", true],
  ["Math.random() > 0.5 && later(1);", true],
  ["later(1).then((n) => n);", true],
  ["later(1).finally(() => undefined);", true],
  ["(later(1) as Promise<unknown>);", true],
  ["await later(1);", false],
  ["void later(1);", false],
  ["later(1).catch(() => undefined);", false],
  ["later(1).then((n) => n, () => undefined);", false],
  ["later(1).catch(() => undefined).finally(() => undefined);", false],
  ["const kept = later(1);", false],
  ["[1].forEach((n) => n);", false],
];

const root = packageRoot();
const tree = mkdtempSync(join(tmpdir(), "types-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

test("the type check reports every promise that nobody waits for, and only those", async () => {
  mkdirSync(join(tree, "server"));
  copyFileSync(join(root, "tsconfig.json"), join(tree, "tsconfig.json"));
  copyFileSync(join(root, "package.json"), join(tree, "package.json"));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  const head = [
    'import { readFile } from "node:fs/promises";',
    'import type { Queue } from "bullmq";',
    'import type { Redis } from "ioredis";',
    'import type { Pool } from "pg";',
    "async function later(n: number) { return n; }",
    "export async function start(pool: Pool, redis: Redis, queue: Queue) {",
  ];
  const body = STATEMENTS.map(([statement]) => statement);
  writeFileSync(
    join(tree, "server/planted.ts"),
    [...head, ...body, "}", "export const wrong: string = 1;"].join("\n"),
  );
  const output = await new Promise<string>((resolve) => {
    const args = [join(root, "server/build/types.mjs"), "tsconfig.json"];
    execFile(process.execPath, args, { cwd: tree }, (_error, stdout) => resolve(stdout));
  });
  const reported = [...output.matchAll(/planted\.ts:(\d+) floating promise/g)].map((match) =>
    Number(match[1]),
  );
  const expected = STATEMENTS.flatMap(([, floating], i) => (floating ? [head.length + i + 1] : []));
  expect(reported).toEqual(expected);
  expect(output.match(/error TS\d+/g)).toEqual(["error TS2322"]);
}, 60_000);
