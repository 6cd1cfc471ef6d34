import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TextScores } from "../../server/scores/contract.ts";
import { localScorer } from "../../server/scoring/local/local.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { type Client, clientAt } from "../support/client.ts";
import { anApiKey } from "../support/factories.ts";

let app: TestApp;
let program: Client;
beforeAll(async () => {
  app = await startApp({ workers: false, scorers: [localScorer()] });
  const { key } = await anApiKey(app, { queriesAMinute: 60_000 });
  program = clientAt(app.address, { "x-goog-api-key": key });
});
afterAll(() => app.close());

const scoring = (client: Client, body: object) => client.post<{ items: TextScores[] }>("/api/scores", body);

test("texts are scored in their order, each with the words that carried it", async () => {
  const { body } = await scoring(program, {
    spans: true,
    texts: [
      "You are a complete idiot.",
      "The bridge opens at noon tomorrow.",
      "",
      "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen.",
    ],
  });
  const [rude, kind, empty, german] = body.items as [TextScores, TextScores, TextScores, TextScores];
  expect(rude).toMatchObject({ language: "en", unscored: null, scorers: [{ scorer: "local" }] });
  expect(rude.scores.TOXICITY).toBeGreaterThan(0.5);
  expect(rude.spans.map(({ start, end }) => "You are a complete idiot.".slice(start, end))).toContain(
    "idiot",
  );
  expect(kind.scores.TOXICITY).toBeLessThan(0.2);
  expect(empty).toMatchObject({ language: null, unscored: null });
  expect(german).toEqual({
    language: "de",
    scores: {},
    spans: [],
    scorers: [],
    unscored: "It is in German, which this model was not trained for.",
  });
});

test("a thousand texts are one request; the thousand-and-first is too much, and so is a body beyond 4 MB", async () => {
  const texts = Array.from({ length: 1_000 }, (_, i) => `Comment number ${i} about the bridge.`);
  const { status, body } = await scoring(program, { texts });
  expect([status, body.items.length]).toEqual([200, 1_000]);
  expect((await scoring(program, { texts: [...texts, "one more"] })).status).toBe(400);
  expect(
    (await scoring(program, { texts: Array.from({ length: 300 }, () => "a ".repeat(10_000)) })).status,
  ).toBe(413);
});

test("other requests are answered while a large batch is scored", async () => {
  const order: string[] = [];
  const large = scoring(program, {
    texts: Array.from({ length: 800 }, () => "The bridge opens at noon, and who pays for it? ".repeat(100)),
  });
  await Promise.all([
    large.then(() => order.push("batch")),
    fetch(`${app.address}/healthz`).then(() => order.push("other")),
  ]);
  expect(order).toEqual(["other", "batch"]);
});

test("each text counts against the quota", async () => {
  const { key } = await anApiKey(app, { queriesAMinute: 3 });
  const small = clientAt(app.address, { "x-goog-api-key": key });
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await scoring(small, { texts: ["a", "b", "c"] })).status);
  expect(statuses).toContain(429);
});

test("a signed-in moderator may ask as well, nobody else", async () => {
  expect((await scoring(app.owner, { texts: ["Good morning."] })).status).toBe(200);
  expect((await scoring(app.reader, { texts: ["Good morning."] })).status).toBe(401);
  const wrong = await clientAt(app.address, { "x-goog-api-key": "rdk_wrong" }).post("/api/scores", {
    texts: ["x"],
  });
  expect(wrong.body).toMatchObject({ status: 401, code: "unauthenticated" });
});
