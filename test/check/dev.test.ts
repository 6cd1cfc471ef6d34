import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { packageRoot } from "../../server/package-root.ts";
import { until } from "../support/until.ts";

const root = packageRoot();
const tree = mkdtempSync(join(tmpdir(), "dev-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const server = (words: string) => `
  console.log("${words} started");
  const open = setInterval(() => {}, 1_000);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => { clearInterval(open); console.log("${words} stopped"); });
  }
`;

/** Whether a process, or with a negative id any process of a group, still runs. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("development restarts the server at a change, rebuilds the widget, and one Ctrl-C ends it all", async () => {
  cpSync(join(root, "server/build"), join(tree, "server/build"), { recursive: true });
  writeFileSync(join(tree, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  mkdirSync(join(tree, "widget"));
  writeFileSync(join(tree, "server/main.ts"), server("first"));
  writeFileSync(join(tree, "widget/build.ts"), 'console.log("widget one");');

  // A group of its own, as a shell gives to what runs in front: Ctrl-C reaches every process of it.
  const dev = spawn(process.execPath, [join(tree, "server/build/dev.mjs")], { detached: true });
  let output = "";
  for (const stream of [dev.stdout, dev.stderr]) stream.on("data", (text) => (output += text));
  const said = (words: string) => until(`"${words}" in ${output}`, () => output.includes(words));

  try {
    await said("first started");
    await said("widget one");
    writeFileSync(join(tree, "server/main.ts"), server("second"));
    await said("second started");
    expect(output.indexOf("first stopped")).toBeLessThan(output.indexOf("second started"));
    writeFileSync(join(tree, "widget/build.ts"), 'console.log("widget two");');
    await said("widget two");
    process.kill(-(dev.pid as number), "SIGINT");
    expect(await once(dev, "exit")).toEqual([0, null]);
    expect(output).toContain("second stopped");
    await until("no process of it is left", () => !isAlive(-(dev.pid as number)));
  } finally {
    if (dev.exitCode === null) process.kill(-(dev.pid as number), "SIGKILL");
  }
}, 60_000);
