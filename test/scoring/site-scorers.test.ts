import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ScorerTest, SiteScorers } from "../../server/scoring/contract.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aComment, aModerator, aSite, harmless, reviewOf } from "../support/factories.ts";
import { plainScorer } from "../support/scorers.ts";
import { until } from "../support/until.ts";
import { perspectiveSays, send, startProvider, type TestProvider } from "./provider.ts";

const KEY = "key-that-must-not-show";
let app: TestApp;
let provider: TestProvider<{ comment: { text: string } }>;
beforeAll(async () => {
  app = await startApp({ scorers: [plainScorer()] });
  provider = await startProvider();
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
beforeEach(() => provider.answer(send(200, perspectiveSays(0.91))));
afterEach(() => choose([]));

const PATH = "/api/sites/demo/scorers";
const listed = async () => (await app.owner.get<SiteScorers>(PATH)).body;
const choose = <T = SiteScorers>(scorers: object[], path = PATH) => app.owner.put<T>(path, { scorers });
const PLAIN = { name: "plain", kind: "installed", enabled: true, use: "always" };
const own = (more: object = {}) => ({
  name: "own",
  kind: "http",
  enabled: true,
  use: "always",
  url: `${provider.url}/score`,
  timeoutMs: 1_000,
  perSecond: 500,
  ...more,
});
/** Until the workers have heard of the change they ask by the old settings, a second at most. */
async function commentScoredBy(names: string): Promise<string> {
  let id = "";
  await until(`a comment is scored by ${names}`, async () => {
    ({ id } = await aComment(app, { text: harmless() }));
    return (await reviewOf(app.owner, id)).scorers.map(({ scorer }) => scorer).join(" ") === names;
  });
  return id;
}

test("a site whose owner has chosen nothing asks what the installation has", async () => {
  const { body } = await app.owner.get<SiteScorers>(`/api/sites/${(await aSite(app)).slug}/scorers`);
  expect(body).toMatchObject({
    scorers: [
      { name: "plain", kind: "installed", enabled: true, use: "always", key: "none", elsewhere: false },
    ],
    unscored: 0,
  });
});

test("an owner's order is the order in which scorers speak, for rules and desk alike", async () => {
  await choose([own(), PLAIN]);
  const first = await reviewOf(app.owner, await commentScoredBy("own plain"));
  expect(first).toMatchObject({ status: "held", scores: { TOXICITY: 0.91 } });
  await choose([PLAIN, own()]);
  const second = await reviewOf(app.owner, await commentScoredBy("plain own"));
  expect(second).toMatchObject({ scores: { TOXICITY: 0.02, THREAT: 0.91 } });
});

test("a fallback is asked only while those before it cannot answer", async () => {
  await choose([own(), { ...PLAIN, use: "fallback" }]);
  await commentScoredBy("own");
  provider.answer(send(403));
  const id = await commentScoredBy("own plain");
  expect(await reviewOf(app.owner, id)).toMatchObject({ unscored: false, scores: { TOXICITY: 0.02 } });
});

test("one that is switched off is not asked, and one installed later stands at the end, switched off", async () => {
  await choose([own()]);
  expect((await listed()).scorers.map(({ name, enabled }) => [name, enabled])).toEqual([
    ["own", true],
    ["plain", false],
  ]);
  await commentScoredBy("own");
});

test("with every scorer switched off, comments are unscored and go where the owner chose", async () => {
  await choose([{ ...PLAIN, enabled: false }]);
  const id = await commentScoredBy("");
  expect(await reviewOf(app.owner, id)).toMatchObject({ status: "held", unscored: true });
  expect((await listed()).unscored).toBeGreaterThan(0);
});

describe("a key", () => {
  test("is used, kept encrypted, and shown nowhere: not in answers, the audit log or the database", async () => {
    expect((await choose([own({ key: KEY })])).text).not.toContain(KEY);
    await app.owner.post(`${PATH}/own/test`, { text: "Hello" });
    provider.answer(send(401, { error: { message: `wrong key ${KEY}` } }));
    expect((await app.owner.post(`${PATH}/own/test`, { text: "Hello" })).text).not.toContain(KEY);
    expect(provider.asked.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
    const { scorers } = await listed();
    expect(scorers[0]).toMatchObject({ name: "own", key: "own" });
    const events = await app.owner.get("/api/sites/demo/events?type=scorers.updated");
    expect(events.text).toContain('"keysChanged":["own"]');
    const { rows } = await app.db.query(
      `select site_scorers::text, (select json_agg(scorer_health) from scorer_health) from site_scorers`,
    );
    for (const text of [JSON.stringify(scorers), events.text, JSON.stringify(rows)])
      expect(text).not.toContain(KEY);
  });

  test("that is left out stays, and null takes it away", async () => {
    await choose([own({ key: KEY })]);
    expect((await choose([own({ perSecond: 3 })])).body.scorers[0]?.key).toBe("own");
    expect((await choose([own({ key: null })])).body.scorers[0]?.key).toBe("none");
  });

  test("is not sent to another address than the one it was entered for", async () => {
    await choose([own({ key: KEY })]);
    const elsewhere = "http://127.0.0.1:9/score";
    const refused = await choose([own({ url: elsewhere })]);
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining("Enter the key for the new one too"),
    ]);
    expect((await choose([own({ url: elsewhere, key: "another-key" })])).status).toBe(200);
    expect((await choose([own({ url: elsewhere, kind: "http" })])).status).toBe(200);
  });

  test("locked with another secret is told, not used", async () => {
    await choose([own({ key: KEY })]);
    await app.db.query(
      `update site_scorers set sealed_key = 'v1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAA'`,
    );
    const [scorer] = (await listed()).scorers;
    expect(scorer?.problem).toContain("Enter the key again");
    const { body } = await app.owner.post<ScorerTest>(`${PATH}/own/test`, { text: "Hello" });
    expect(body).toMatchObject({ answer: null, unavailable: expect.stringContaining("REPLYDESK_SECRET") });
  });

  test("of the installation never goes to an address that an owner chose", async () => {
    const perspective = { name: "perspective", kind: "perspective", enabled: true, use: "always" };
    const { body } = await choose([{ ...perspective, url: provider.url }]);
    expect(body.scorers[0]).toMatchObject({
      key: "none",
      problem: expect.stringContaining("a key of one's own"),
    });
    expect(
      (await choose([{ ...perspective, url: provider.url, key: KEY }])).body.scorers[0]?.problem,
    ).toBeNull();
    const before = provider.asked.length;
    await app.owner.post(`${PATH}/perspective/test`, { text: "Hello" });
    expect(provider.asked[before]).toMatchObject({
      url: "/v1alpha1/comments:analyze",
      headers: { "x-goog-api-key": KEY },
    });
  });
});

describe("a test", () => {
  test("scores a sentence with the saved settings, also of one that is switched off, and tells its health", async () => {
    await choose([own({ name: "fresh", enabled: false })]);
    const { body } = await app.owner.post<ScorerTest>(`${PATH}/fresh/test`, { text: "You fool." });
    expect(body).toMatchObject({
      answer: { scores: { TOXICITY: 0.91 }, version: "v1alpha1" },
      unavailable: null,
      health: { circuit: "closed", lastFailure: null, answered: expect.any(Number) },
    });
    expect(body.health.lastSuccessAt).not.toBeNull();
    expect(body.health.p95Ms).toBeGreaterThan(0);
  });

  test("of one that is away says why, and after five its circuit is open for all to see", async () => {
    await choose([own({ name: "down" })]);
    provider.answer(send(401));
    for (let i = 0; i < 5; i += 1) {
      const { body } = await app.owner.post<ScorerTest>(`${PATH}/down/test`, { text: "Hello" });
      expect(body.unavailable).toContain("refused the key");
    }
    const { body } = await app.owner.post<ScorerTest>(`${PATH}/down/test`, { text: "Hello" });
    expect(body.unavailable).toContain("left alone");
    expect((await listed()).scorers[0]?.health).toMatchObject({
      circuit: "open",
      answered: 0,
      failed: 6,
      lastSuccessAt: null,
      lastFailure: expect.stringContaining("left alone"),
    });
  });

  test("of one that is not there is refused", async () => {
    expect((await app.owner.post(`${PATH}/nobody/test`, { text: "Hello" })).status).toBe(404);
  });
});

describe("what cannot be", () => {
  test.each([
    ["an http scorer without an address", () => own({ url: null }), "needs the address"],
    ["a name that means another scorer", () => own({ name: "local" }), "another scorer's name"],
    ["Perspective under another name", () => own({ kind: "perspective" }), "A scorer of this kind is called"],
    ["signing without a key", () => own({ signed: true }), "enter a key to sign with"],
    [
      "an address for one that is installed",
      () => ({ ...PLAIN, url: "https://example.com" }),
      "has no address",
    ],
    ["a password in the address", () => own({ url: "https://u:p@example.com/" }), "password"],
  ])("%s is refused in words", async (_what, scorer, words) => {
    const { status, text } = await choose([scorer()]);
    expect([status, text]).toEqual([422, expect.stringContaining(words)]);
  });

  test.each([
    ["two of one name", () => [own(), own()]],
    ["a name in capitals", () => [own({ name: "Own" })]],
    ["a time of nothing", () => [own({ timeoutMs: 0 })]],
    ["another kind of address", () => [own({ url: "ftp://example.com/" })]],
    ["eleven", () => Array.from({ length: 11 }, (_, i) => own({ name: `own-${i}` }))],
  ])("%s is refused", async (_what, scorers) => {
    expect((await choose(scorers())).status).toBe(400);
  });

  test("another site's scorers cannot be seen, changed or tested by who does not own them", async () => {
    const { client } = await aModerator(app);
    expect((await client.get(PATH)).status).toBe(403);
    expect((await client.put(PATH, { scorers: [] })).status).toBe(403);
    expect((await app.owner.get("/api/sites/nowhere/scorers")).status).toBe(404);
  });
});
