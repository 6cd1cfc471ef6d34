import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";

const root = packageRoot();
const tree = mkdtempSync(join(tmpdir(), "build-"));

beforeAll(() => {
  cpSync(join(root, "server/build"), join(tree, "server/build"), { recursive: true });
  writeFileSync(join(tree, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  mkdirSync(join(tree, "server/cli"));
  writeFileSync(join(tree, "server/words.ts"), 'export const words: string = "first";');
  writeFileSync(
    join(tree, "server/main.ts"),
    'import { words } from "./words.ts";\nconsole.log(words, process.argv.slice(2).join("+"));',
  );
  writeFileSync(
    join(tree, "server/cli/seed.ts"),
    'import { words } from "../words.ts";\nconsole.log("seed", words);',
  );
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Starts an entry as npm start does. */
function start(entry: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = [join(tree, "server/build/run.mjs"), entry, ...args];
    execFile(process.execPath, command, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout: stdout.trim(), stderr: stderr.trim() });
    });
  });
}

/** Changes a source as an editor a second later would. */
function edit(path: string, text: string) {
  writeFileSync(join(tree, path), text);
  const later = new Date(Date.now() + 1_000);
  utimesSync(join(tree, path), later, later);
}

test("a first start builds, a second does not, and arguments arrive", async () => {
  const first = await start("server/main", "a", "b");
  expect(first).toMatchObject({ code: 0, stdout: "first a+b" });
  expect(first.stderr).toContain("Building server");
  expect(await start("server/main")).toEqual({ code: 0, stdout: "first", stderr: "" });
  expect(await start("server/cli/seed")).toEqual({ code: 0, stdout: "seed first", stderr: "" });
}, 60_000);

test("a changed source is built before it starts, and leaves no stale chunk", async () => {
  const chunks = () => readdirSync(join(tree, "dist/chunks")).filter((name) => name.endsWith(".js")).length;
  const before = chunks();
  edit("server/words.ts", 'export const words: string = "second";');
  expect((await start("server/main")).stdout).toBe("second");
  expect(chunks()).toBe(before);
}, 60_000);

test("a source that does not compile does not start", async () => {
  edit("server/words.ts", "export const words: string = ;");
  const broken = await start("server/main");
  expect(broken).toMatchObject({ code: 1, stdout: "" });
  expect(broken.stderr).toContain("server/words.ts:1:");
}, 60_000);

test("without development packages the build that is there starts, and says so", async () => {
  rmSync(join(tree, "node_modules"));
  const { code, stdout, stderr } = await start("server/main");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "second" });
  expect(stderr).toContain("development packages are not installed");
}, 60_000);

test("without sources nothing is asked of the build", async () => {
  for (const path of ["server/main.ts", "server/words.ts", "server/cli"])
    rmSync(join(tree, path), { recursive: true });
  expect(await start("server/main")).toEqual({ code: 0, stdout: "second", stderr: "" });
}, 60_000);

test("an entry that does not exist is refused with a sentence", async () => {
  expect(await start("server/cli/nothing")).toMatchObject({
    code: 1,
    stderr: "dist/server/cli/nothing.js is missing. Run npm ci, then try again.",
  });
}, 60_000);
