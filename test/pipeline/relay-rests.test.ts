import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startRelay } from "../../workers/relay.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aPendingComment } from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: false });
});
afterAll(() => app.close());

test("while the queue is away, the comments that come in do not make the relay try more often", async () => {
  let tries = 0;
  let away = true;
  const relay = await startRelay(app.db, app.url, async () => {
    tries += 1;
    if (away) throw new Error("away");
  });
  for (let i = 0; i < 80; i++) await aPendingComment(app);
  expect(tries).toBeGreaterThan(0);
  expect(tries).toBeLessThan(40);
  away = false;
  await until("the outbox is empty", async () => (await app.db.query("select from outbox")).rowCount === 0);
  await relay.stop();
});
