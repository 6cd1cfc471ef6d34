import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ApiKey } from "../../server/api-keys/contract.ts";
import { hashOf, isKey, newKey } from "../../server/api-keys/key.ts";
import { log } from "../../server/log.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator, anApiKey, aSite } from "../support/factories.ts";
import { until } from "../support/until.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: false });
});
afterAll(() => app.close());

const KEYS = "/api/sites/demo/api-keys";
const ask = (key: string, address = app.address): Promise<number> =>
  fetch(`${address}/v1alpha1/comments:analyze`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-goog-api-key": key },
    body: JSON.stringify({ comment: { text: "Good morning." }, requestedAttributes: { TOXICITY: {} } }),
  }).then(({ status }) => status);
const listed = async (): Promise<ApiKey[]> => (await app.owner.get<{ items: ApiKey[] }>(KEYS)).body.items;

test("a key is shown once, works at once, and is listed without itself", async () => {
  const { id, key } = await anApiKey(app, { name: "  Coral  ", queriesAMinute: 100 });
  expect(isKey(key)).toBe(true);
  expect(await ask(key)).toBe(200);
  const answer = await app.owner.get<{ items: ApiKey[] }>(KEYS);
  expect(answer.body.items.find((one) => one.id === id)).toMatchObject({
    name: "Coral",
    ending: key.slice(-4),
    queriesAMinute: 100,
  });
  expect(answer.text).not.toContain(key);
});

test("the database holds no key, only its hash", async () => {
  const { id, key } = await anApiKey(app);
  const { rows } = await app.db.query(`select to_jsonb(k) as row, key_hash from api_keys k where id = $1`, [
    id,
  ]);
  expect(JSON.stringify(rows[0].row)).not.toContain(key);
  expect(rows[0].key_hash).toEqual(hashOf(key));
});

test("a revoked key is refused by every server, also those that knew it", async () => {
  const { id, key } = await anApiKey(app);
  const other = await app.startServer();
  expect([await ask(key), await ask(key, other)]).toEqual([200, 200]);
  expect((await app.owner.delete(`${KEYS}/${id}`)).status).toBe(204);
  await until("both refuse it", async () => (await ask(key)) === 400 && (await ask(key, other)) === 400);
  expect((await listed()).map((one) => one.id)).not.toContain(id);
  expect((await app.owner.delete(`${KEYS}/${id}`)).status).toBe(404);
});

test("a revocation that a server did not hear of counts once it hears again", async () => {
  const { id, key } = await anApiKey(app);
  expect(await ask(key)).toBe(200);
  await app.cutFeeds(() => app.owner.delete(`${KEYS}/${id}`));
  await until("it is refused", async () => (await ask(key)) === 400);
});

test("a key refused before it was made is taken once it is", async () => {
  expect(await ask(newKey())).toBe(400);
  expect(await ask((await anApiKey(app)).key)).toBe(200);
});

test("its last use is noted", async () => {
  const { id, key } = await anApiKey(app);
  const lastUse = async () => (await listed()).find((one) => one.id === id)!.lastUsedAt;
  expect(await lastUse()).toBeNull();
  await ask(key);
  await until("the use is noted", async () => (await lastUse()) !== null);
});

test("making and revoking are in the audit log, without the key", async () => {
  const { id, key } = await anApiKey(app, { name: "Audited" });
  await app.owner.delete(`${KEYS}/${id}`);
  for (const type of ["api-key.created", "api-key.revoked"]) {
    const { body, text } = await app.owner.get<{ items: object[] }>(
      `/api/sites/demo/events?type=${type}&limit=1`,
    );
    expect(body.items).toMatchObject([
      { type, data: { apiKeyId: id, name: "Audited", ending: key.slice(-4) } },
    ]);
    expect(text).not.toContain(key);
  }
});

test("keys are the owner's: no moderator sees, makes or ends them, and another site has none of them", async () => {
  const { id } = await anApiKey(app);
  const { client } = await aModerator(app);
  expect((await client.get(KEYS)).status).toBe(403);
  expect((await client.post(KEYS, { name: "Mine" })).status).toBe(403);
  expect((await client.delete(`${KEYS}/${id}`)).status).toBe(403);
  const other = await aSite(app);
  expect((await app.owner.delete(`/api/sites/${other.slug}/api-keys/${id}`)).status).toBe(404);
  expect((await app.owner.get<{ items: [] }>(`/api/sites/${other.slug}/api-keys`)).body.items).toEqual([]);
});

test.each([
  {},
  { name: " " },
  { name: "x".repeat(61) },
  { name: "x", queriesAMinute: 0 },
  { name: "x", queriesAMinute: 1.5 },
])("a key made as %p is refused", async (body) => {
  expect((await app.owner.post(KEYS, body)).status).toBe(400);
});

test("a site has fifty keys at most", async () => {
  const site = await aSite(app);
  for (let i = 0; i < 50; i++) await anApiKey(app, { site: site.slug });
  const refused = await app.owner.post(`/api/sites/${site.slug}/api-keys`, { name: "One more" });
  expect(refused.status).toBe(422);
});

test("a key is in no log line, whatever the level", async () => {
  const { key } = await anApiKey(app);
  const lines: string[] = [];
  const { writeSync } = fs;
  const { level } = log;
  fs.writeSync = ((_file: number, line: string) => {
    lines.push(String(line));
    return Buffer.byteLength(line);
  }) as typeof writeSync;
  log.level = "trace";
  try {
    await fetch(`${app.address}/v1alpha1/comments:analyze?key=${key}`, { method: "POST", body: "{" });
    await ask(key);
    await until("the calls are logged", () => lines.join("").split("analyzeComment").length > 2);
  } finally {
    fs.writeSync = writeSync;
    log.level = level;
  }
  expect(lines.join("")).not.toContain(key);
});
