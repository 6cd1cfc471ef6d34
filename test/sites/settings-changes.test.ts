import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SettingsChange } from "../../server/sites/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator, aSite } from "../support/factories.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: false });
});
afterAll(() => app.close());

test("each setting tells who changed it last; what was saved as it was, or never, tells nobody", async () => {
  const site = await aSite(app);
  const olga = await aModerator(app, { name: "Olga", role: "owner" });
  const path = `/api/sites/${site.slug}`;
  const changes = async (): Promise<SettingsChange[]> =>
    (await app.owner.get<{ items: SettingsChange[] }>(`${path}/settings-changes`)).body.items;
  expect(await changes()).toEqual([]);
  await app.owner.patch(path, { settings: { maxLinks: 5, holdAt: { INSULT: 0.6 } } });
  await olga.client.patch(path, { settings: { maxLinks: 7, holdAt: { INSULT: 0.6 } } });
  await app.owner.patch("/api/sites/demo", { settings: { maxDepth: 1 } });
  expect(await changes()).toMatchObject([
    { setting: "holdAt", by: { name: "Owner" } },
    { setting: "maxLinks", by: { name: "Olga" } },
  ]);
  const { client } = await aModerator(app, { sites: [site] });
  expect((await client.get(`${path}/settings-changes`)).status).toBe(403);
});
