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

/** What a tool of `npm run check` prints about the planted file. */
function printedBy(tool: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, "node_modules", tool), ...args], { cwd: tree }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

test("the checks report a wrong type, and every promise that nobody waits for, and only those", async () => {
  mkdirSync(join(tree, "server"));
  for (const name of ["tsconfig.json", "package.json", ".oxlintrc.json"])
    copyFileSync(join(root, name), join(tree, name));
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
  const [types, promises] = await Promise.all([
    printedBy("typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"),
    printedBy("oxlint/bin/oxlint", "--type-aware", "-c", ".oxlintrc.json", "-f", "unix", "server"),
  ]);
  const reported = [...promises.matchAll(/planted\.ts:(\d+):\d+: .*no-floating-promises/g)].map((match) =>
    Number(match[1]),
  );
  const expected = STATEMENTS.flatMap(([, floating], i) => (floating ? [head.length + i + 1] : []));
  expect(reported.sort((a, b) => a - b)).toEqual(expected);
  expect(types.match(/error TS\d+/g)).toEqual(["error TS2322"]);
}, 60_000);
