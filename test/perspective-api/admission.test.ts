import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { localScorer } from "../../server/scoring/local/local.ts";
import { perspectiveScorer } from "../../server/scoring/perspective.ts";
import { startProvider } from "../scoring/provider.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { aModerator, anApiKey } from "../support/factories.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { silentScorer } from "../support/scorers.ts";
import { until } from "../support/until.ts";

const REQUEST = { comment: { text: "Good morning." }, requestedAttributes: { TOXICITY: {} } };

function ask(
  address: string,
  headers: Record<string, string> = {},
  { query = "", body = JSON.stringify(REQUEST) as string, verb = "analyze" } = {},
): Promise<Response> {
  return fetch(`${address}/v1alpha1/comments:${verb}${query}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
}
const errorOf = async (response: Response) =>
  (
    (await response.json()) as {
      error: { code: number; status: string; message: string; details?: object[] };
    }
  ).error;

describe("on a server of its own", () => {
  let app: TestApp;
  let key: string;
  beforeAll(async () => {
    app = await startApp({ workers: false });
    ({ key } = await anApiKey(app));
  });
  afterAll(() => app.close());

  test("a moderator of no site suggests a score to none", async () => {
    const { client } = await aModerator(app, { sites: [] });
    const { cookie } = client.headers as { cookie: string };
    const body = JSON.stringify({
      comment: { text: "Good morning." },
      attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
    });
    const refused = await ask(app.address, { cookie }, { verb: "suggestscore", body });
    expect([refused.status, (await errorOf(refused)).status]).toEqual([403, "PERMISSION_DENIED"]);
    expect((await app.db.query(`select from score_suggestions`)).rowCount).toBe(0);
    expect((await ask(app.address, { cookie })).status).toBe(200);
  });

  test("a key is taken from the address or the header", async () => {
    expect((await ask(app.address, {}, { query: `?key=${key}&alt=json` })).status).toBe(200);
    expect((await ask(app.address, { "x-goog-api-key": key })).status).toBe(200);
  });

  test("without a key nothing is answered, from this machine neither", async () => {
    for (const verb of ["analyze", "suggestscore"]) {
      const response = await ask(app.address, {}, { verb });
      expect(response.status).toBe(403);
      expect(response.headers.get("content-type")).toContain("application/json");
      expect(await errorOf(response)).toMatchObject({ code: 403, status: "PERMISSION_DENIED" });
    }
  });

  test("a signed-in moderator needs no key, but the page of another site gets nothing by a moderator's cookie", async () => {
    const { cookie } = app.owner.headers as { cookie: string };
    expect((await ask(app.address, { cookie })).status).toBe(200);
    expect((await ask(app.address, { cookie, origin: "https://evil.example" })).status).toBe(403);
  });

  test("pages of any origin may ask, by key and without cookies", async () => {
    const asked = await fetch(`${app.address}/v1alpha1/comments:analyze`, {
      method: "OPTIONS",
      headers: {
        origin: "https://news.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-goog-api-key",
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
    expect(asked.headers.get("access-control-allow-headers")).toContain("x-goog-api-key");
    expect(asked.headers.has("access-control-allow-credentials")).toBe(false);
    for (const headers of [{ "x-goog-api-key": key }, { "x-goog-api-key": "wrong" }] as Record<
      string,
      string
    >[]) {
      const response = await ask(app.address, { ...headers, origin: "https://news.example" });
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  test("what is no JSON, too large or nowhere is refused in Google's shape", async () => {
    const by = { "x-goog-api-key": key };
    const broken = await ask(app.address, by, { body: "{" });
    expect([broken.status, (await errorOf(broken)).status]).toEqual([400, "INVALID_ARGUMENT"]);
    const large = await ask(app.address, by, {
      body: JSON.stringify({ clientToken: "x".repeat(2_200_000) }),
    });
    expect([large.status, (await errorOf(large)).status]).toEqual([400, "INVALID_ARGUMENT"]);
    const nowhere = await ask(app.address, by, { verb: "guess" });
    expect([nowhere.status, (await errorOf(nowhere)).status]).toEqual([404, "NOT_FOUND"]);
  });

  test("a text that holds a NUL and half a character is scored as it came, and suggested scores of it are kept", async () => {
    const text = "a\0 fine \ud800 morning";
    const body = JSON.stringify({
      ...REQUEST,
      comment: { text },
      attributeScores: { TOXICITY: { summaryScore: {} } },
    });
    const response = await ask(app.address, { "x-goog-api-key": key }, { body });
    expect(await response.json()).toMatchObject({
      attributeScores: { TOXICITY: { spanScores: [{ begin: 0, end: text.length }] } },
    });
    expect((await ask(app.address, { "x-goog-api-key": key }, { body, verb: "suggestscore" })).status).toBe(
      200,
    );
  });

  test.each([
    [{}, "Missing attribute_scores"],
    [{ FLIRTATION: { summaryScore: { value: 1 } } }, "Unknown requested attribute: FLIRTATION"],
  ])("suggested scores %p are refused", async (attributeScores, message) => {
    const body = JSON.stringify({ comment: REQUEST.comment, attributeScores });
    const response = await ask(app.address, { "x-goog-api-key": key }, { body, verb: "suggestscore" });
    expect(response.status).toBe(400);
    expect((await errorOf(response)).message).toBe(message);
  });

  test("the discovery document leads to the address by which it was asked for, and knows one version", async () => {
    const answer = await fetch(`${app.address}/$discovery/rest?version=v1alpha1`);
    expect(await answer.json()).toMatchObject({ id: "commentanalyzer:v1alpha1", rootUrl: `${app.address}/` });
    const other = await fetch(`${app.address}/$discovery/rest?version=v2`);
    expect([other.status, (await errorOf(other)).status]).toEqual([404, "NOT_FOUND"]);
  });
});

describe("elsewhere", () => {
  let app: TestApp;
  afterEach(() => app?.close());

  test("in the embedded mode this machine may ask with any key or none", async () => {
    app = await startApp({ workers: false, localWithoutKey: true });
    expect((await ask(app.address)).status).toBe(200);
    expect((await ask(app.address, {}, { query: "?key=anything" })).status).toBe(200);
    expect((await ask(app.address, { origin: "http://localhost:8080" })).status).toBe(200);
    const body = JSON.stringify({
      comment: REQUEST.comment,
      attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
    });
    expect((await ask(app.address, {}, { verb: "suggestscore", body })).status).toBe(200);
    const { body: kept } = await app.owner.get<{ items: object[] }>("/api/sites/demo/score-suggestions");
    expect(kept.items).toHaveLength(1);
  });

  test("but nobody beyond a proxy, and no page of another site in a browser here", async () => {
    app = await startApp({ workers: false, localWithoutKey: true });
    for (const headers of [
      { "x-forwarded-for": "203.0.113.7" },
      { forwarded: "for=203.0.113.7" },
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost.evil.example" },
    ] as Record<string, string>[]) {
      expect([headers, (await ask(app.address, headers)).status]).toEqual([headers, 403]);
    }
  });

  test("the discovery document leads to the public address where there is one", async () => {
    app = await startApp({ workers: false, publicUrl: "https://comments.example" });
    const answer = await fetch(`${app.address}/$discovery/rest?version=v1alpha1`);
    expect(await answer.json()).toMatchObject({ rootUrl: "https://comments.example/" });
  });

  test("when no scorer can answer it says so, and that it may pass", async () => {
    app = await startApp({ workers: false, scorers: [silentScorer()], localWithoutKey: true });
    const response = await ask(app.address);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await errorOf(response)).toMatchObject({ code: 503, status: "UNAVAILABLE" });
  });

  test("who asks by a key is answered by what runs here: no provider of the installation is asked, whatever is missing", async () => {
    const provider = await startProvider();
    const elsewhere = perspectiveScorer({ apiKey: "a-provider-key", url: provider.url, allowPrivate: true });
    app = await startApp({ workers: false, localWithoutKey: true, scorers: [localScorer(), elsewhere] });
    const german = "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen.";
    expect((await ask(app.address)).status).toBe(200);
    const refused = await ask(
      app.address,
      {},
      { body: JSON.stringify({ ...REQUEST, comment: { text: german } }) },
    );
    expect(await errorOf(refused)).toMatchObject({
      code: 400,
      message: "Attribute TOXICITY does not support request languages: de",
      status: "INVALID_ARGUMENT",
      details: [
        {
          "@type": "type.googleapis.com/google.commentanalyzer.v1alpha1.Error",
          errorType: "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
          languageNotSupportedByAttributeError: { detectedLanguages: ["de"], attribute: "TOXICITY" },
        },
      ],
    });
    const batch = await fetch(`${app.address}/api/scores`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ texts: ["Good morning.", german] }),
    });
    expect(batch.status).toBe(200);
    expect(provider.asked).toEqual([]);
    await provider.close();
  });

  test("an empty text is refused with the body that Perspective's own had, and nothing more", async () => {
    app = await startApp({ workers: false, localWithoutKey: true });
    const response = await ask(
      app.address,
      {},
      { body: JSON.stringify({ ...REQUEST, comment: { text: "" } }) },
    );
    expect(await response.json()).toEqual({
      error: {
        code: 400,
        message: "Comment must be non-empty.",
        status: "INVALID_ARGUMENT",
        details: [
          {
            "@type": "type.googleapis.com/google.commentanalyzer.v1alpha1.Error",
            errorType: "COMMENT_EMPTY",
          },
        ],
      },
    });
  });

  test("an attribute the first scorer lacks is asked of the next, and one that none has is unknown", async () => {
    app = await startApp({
      workers: false,
      localWithoutKey: true,
      scorers: [
        one("first", { TOXICITY: 0.25 }),
        silentScorer(),
        one("second", { TOXICITY: 0.75, THREAT: 0.5 }),
      ],
    });
    const both = { ...REQUEST, requestedAttributes: { TOXICITY: {}, THREAT: {} } };
    const response = await ask(app.address, {}, { body: JSON.stringify(both) });
    expect(await response.json()).toMatchObject({
      attributeScores: {
        TOXICITY: { summaryScore: { value: 0.25 } },
        THREAT: { summaryScore: { value: 0.5 } },
      },
    });
    const none = { ...REQUEST, requestedAttributes: { INSULT: {} } };
    const refused = await ask(app.address, {}, { body: JSON.stringify(none) });
    expect((await errorOf(refused)).message).toBe("Unknown requested attribute: INSULT");
  });
});

const one = (name: string, scores: Record<string, number>) => ({
  name,
  score: async () => ({ scorer: name, model: name, version: "1", scores, spans: [] }),
});

const redis = (await startRedis()) as TestRedis;
const here = redis ? describe : describe.skip;

here("with Redis", () => {
  afterAll(() => redis.stop());

  test("servers count a key's queries together, and answer while Redis is away", async () => {
    const app = await startApp({ workers: false, redisUrl: redis.url });
    try {
      const { key } = await anApiKey(app, { queriesAMinute: 5 });
      const addresses = [app.address, await app.startServer()];
      const by = { "x-goog-api-key": key };
      // Each server alone would let ten through in two minutes.
      await until("a query is refused", async () => {
        const answers = await Promise.all(addresses.map((address) => ask(address, by)));
        return answers.some(({ status }) => status === 429);
      });
      await redis.kill();
      await until("queries pass", async () => (await ask(app.address, by)).status === 200);
    } finally {
      await app.close();
    }
  });
});
