import { afterEach, expect, test } from "@jest/globals";
import { freshDatabase } from "../support/database.ts";
import { type Program, startProgram } from "../support/program.ts";
import { freePort } from "../support/redis.ts";
import { until } from "../support/until.ts";

const programs: Program[] = [];
afterEach(() => {
  for (const { process } of programs.splice(0)) process.kill("SIGKILL");
});

test("server and workers load the local scorer before the first comment, and tell how their scoring stands", async () => {
  const database = await freshDatabase({ empty: true });
  const port = await freePort();
  const env = { DATABASE_URL: database.url, PORT: "0", WORKERS_PORT: String(port), SEMANTIC: "0" };
  const server = startProgram("server/server.ts", env);
  programs.push(server);
  await server.says("Replydesk is ready.");
  const address = /http:\/\/\S+(?=\/desk)/.exec(server.output())?.[0] as string;
  const workers = startProgram("workers/main.ts", env);
  programs.push(workers);
  for (const [url, program] of [
    [address, server],
    [`http://127.0.0.1:${port}`, workers],
  ] as const)
    await until(
      `${url} has loaded its scorer`,
      async () => {
        if (program.process.exitCode !== null) throw new Error(`It ended: ${program.output()}`);
        const response = await fetch(`${url}/readyz`).catch(() => null);
        if (response?.status !== 200) return false;
        const body = (await response.json()) as Record<string, string>;
        expect(body).toMatchObject({ status: "ok", semantic: "off" });
        return body.scoring === "ready";
      },
      30,
    );
  for (const { process, ended } of programs) {
    process.kill("SIGTERM");
    expect(await ended).toBe(0);
  }
  await database.close();
}, 60_000);
