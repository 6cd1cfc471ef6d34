import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ScorerTest } from "../../server/scoring/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { startProvider, type TestProvider } from "./provider.ts";

let app: TestApp;
let provider: TestProvider<object>;
beforeAll(async () => {
  app = await startApp({ workers: false, scorersAllowPrivate: false });
  provider = await startProvider<object>();
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

const PATH = "/api/sites/demo/scorers";

test.each([
  "http://127.0.0.1/",
  "http://localhost/",
  "http://169.254.169.254/",
  "http://[::1]/",
  "http://10.0.0.8/",
])("an owner may not send comments to a private address: %s", async (url) => {
  const scorer = { name: "own", kind: "http", enabled: true, use: "always", url };
  const { status, text } = await app.owner.put(PATH, { scorers: [scorer] });
  expect([status, text]).toEqual([422, expect.stringContaining("SCORERS_ALLOW_PRIVATE")]);
});

test("one that got into the database all the same is not asked either", async () => {
  await app.db.query(
    `insert into site_scorers (site_id, name, kind, position, enabled, use, url) values ($1, 'own', 'http', 0, true, 'always', $2)`,
    [app.site.id, `${provider.url}/score`],
  );
  const { body } = await app.owner.post<ScorerTest>(`${PATH}/own/test`, { text: "Hello" });
  expect(body.unavailable).toContain("private");
  expect(provider.asked).toHaveLength(0);
});
