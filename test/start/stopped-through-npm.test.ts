import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "../support/app.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: false });
});
let group: number | undefined;
afterAll(async () => {
  // Whatever went wrong, nothing of it runs on.
  if (group !== undefined)
    try {
      process.kill(-group, "SIGKILL");
    } catch {}
  await app?.close();
});

test("what npm started stops when npm is told to stop, though the shell between them says nothing", async () => {
  const npm = spawn("npm", ["run", "workers"], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: app.url },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  group = npm.pid;
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  await until("the workers run", () => output.includes("Workers ready"), 20);
  npm.kill("SIGTERM");
  await until("they say that they stop", () => output.includes('"signal":"SIGTERM"'), 20);
  const connected = async () =>
    (
      await app.db.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like '%queue%'`,
      )
    ).rows[0]?.n;
  await until("they have left the database", async () => (await connected()) === 0, 20);
  expect(output).not.toContain('"level":50');
});
