import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { PostedComment } from "../../server/comments/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { clientAt } from "../support/client.ts";
import { ARTICLE, reviewOf, rude } from "../support/factories.ts";
import { type Program, startProgram } from "../support/program.ts";

let app: TestApp;
const running: Program[] = [];
beforeEach(async () => {
  app = await startApp({ workers: false });
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill("SIGKILL");
    await program.ended;
  }
  await app.close();
});

async function startServer(): Promise<{ program: Program; address: string }> {
  const program = startProgram("server/server.ts", { DATABASE_URL: app.url, PORT: "0", LOG_LEVEL: "silent" });
  running.push(program);
  await program.says("/demo");
  return { program, address: /(http:\S+)\/demo/.exec(program.output())?.[1] as string };
}

test("a comment accepted by a server that is killed before handing it over is decided once workers run", async () => {
  const { program, address } = await startServer();
  const posting = clientAt(address).post<PostedComment>("/api/sites/demo/comments", {
    article: ARTICLE,
    text: rude(),
    reader: { name: "Ana" },
  });
  const { status, body } = await posting;
  program.process.kill("SIGKILL");
  expect(status).toBe(201);
  await program.ended;
  expect((await app.db.query(`select from outbox`)).rowCount).toBe(1);
  await app.startWorkers();
  await app.drain();
  expect(await reviewOf(app.owner, body.id)).toMatchObject({ status: "held", version: 2 });
});

test("of comments under way when a server is killed, every one that was accepted is decided and no other is half there", async () => {
  const { program, address } = await startServer();
  const client = clientAt(address);
  const accepted: string[] = [];
  const readers = Array.from({ length: 20 }, async (_, i) => {
    for (let n = 0; ; n++) {
      const text = `Comment ${i}-${n}`;
      const { body } = await client.post<PostedComment>("/api/sites/demo/comments", {
        article: ARTICLE,
        text,
        reader: { name: "Ana" },
      });
      accepted.push(body.id);
      if (accepted.length === 100) program.process.kill("SIGKILL");
    }
  });
  await Promise.allSettled(readers);
  await program.ended;
  expect(accepted.length).toBeGreaterThanOrEqual(100);
  await app.startWorkers();
  await app.drain();
  const { rows } = await app.db.query(
    `select c.id, c.status, (select count(*)::int from decisions d where d.comment_id = c.id) as decisions,
      (select count(*)::int from events e where e.comment_id = c.id) as events from comments c`,
  );
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(accepted));
  for (const row of rows) expect(row).toMatchObject({ status: "approved", decisions: 1, events: 2 });
});
