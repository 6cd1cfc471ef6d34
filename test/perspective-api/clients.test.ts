import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { localScorer } from "../../server/scoring/local/local.ts";
import { ATTRIBUTES } from "../../server/scoring/scorer.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { anApiKey } from "../support/factories.ts";
import { googleDiscovery, type PerspectiveClient, perspectiveApiClient, plainFetch } from "./clients.ts";

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startApp({ workers: false, scorers: [localScorer()] });
  ({ key } = await anApiKey(app, { queriesAMinute: 60_000 }));
});
afterAll(() => app.close());

const RUDE = "What kind of idiot name is foo? Sorry, I like your name.";
const GERMAN = "Ich finde, die Brücke hätte man schon vor zehn Jahren bauen müssen.";
const all = Object.fromEntries(ATTRIBUTES.map((name) => [name, {}]));
const toxicity = { TOXICITY: {} };
const probability = { value: expect.any(Number), type: "PROBABILITY" };
const refused = (message: string, errorType: string, more: object = {}) => ({
  status: 400,
  body: {
    error: {
      code: 400,
      message,
      status: "INVALID_ARGUMENT",
      details: [{ "@type": "type.googleapis.com/google.commentanalyzer.v1alpha1.Error", errorType, ...more }],
    },
  },
});

const CLIENTS: [string, (address: string, key: string) => PerspectiveClient | Promise<PerspectiveClient>][] =
  [
    ["plain fetch", plainFetch],
    ["Google's discovery client", googleDiscovery],
    ["perspective-api-client", perspectiveApiClient],
  ];

describe.each(CLIENTS)("%s", (_, make) => {
  let client: PerspectiveClient;
  beforeAll(async () => {
    client = await make(app.address, key);
  });

  test("a text gets a summary score and, unasked, one span over all of it", async () => {
    const { status, body } = await client.analyze({
      comment: { text: RUDE },
      requestedAttributes: toxicity,
      languages: ["en"],
      clientToken: "comment-1",
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      attributeScores: {
        TOXICITY: {
          spanScores: [{ begin: 0, end: RUDE.length, score: probability }],
          summaryScore: probability,
        },
      },
      languages: ["en"],
      detectedLanguages: ["en"],
      clientToken: "comment-1",
    });
    const { spanScores, summaryScore } = (body as never as Scores).attributeScores.TOXICITY!;
    expect(summaryScore.value).toBeGreaterThan(0.5);
    expect(spanScores[0]!.score).toEqual(summaryScore);
  });

  test("every attribute there is can be asked for at once", async () => {
    const { body } = await client.analyze({ comment: { text: RUDE }, requestedAttributes: all });
    expect(Object.keys((body as never as Scores).attributeScores).sort()).toEqual([...ATTRIBUTES].sort());
  });

  test("asked for spans, it answers the words, counted in UTF-16 units", async () => {
    const text = "😀😀 You are a complete idiot.";
    const { body } = await client.analyze({
      comment: { text, type: "PLAIN_TEXT" },
      requestedAttributes: toxicity,
      spanAnnotations: true,
    });
    const spans = (body as never as Scores).attributeScores.TOXICITY!.spanScores;
    const words = spans.map(({ begin, end }) => text.slice(begin, end));
    expect(words).toContain("idiot");
    expect(spans.find(({ begin }) => begin === text.indexOf("idiot"))!.score.value).toBeGreaterThanOrEqual(
      0.5,
    );
  });

  test("a score below its threshold is left out, and so is the map when nothing is left", async () => {
    const some = await client.analyze({
      comment: { text: RUDE },
      requestedAttributes: {
        TOXICITY: { scoreType: "PROBABILITY", scoreThreshold: 0.5 },
        THREAT: { scoreThreshold: 0.9 },
      },
    });
    expect(Object.keys((some.body as never as Scores).attributeScores)).toEqual(["TOXICITY"]);
    const none = await client.analyze({
      comment: { text: RUDE },
      requestedAttributes: { THREAT: { scoreThreshold: 0.9 } },
    });
    expect(none).toEqual({ status: 200, body: { languages: ["en"], detectedLanguages: ["en"] } });
  });

  test("what Perspective takes and does not use is taken", async () => {
    const { status } = await client.analyze({
      comment: { text: RUDE, type: "TEXT_TYPE_UNSPECIFIED" },
      context: { entries: [{ text: "The article. ".repeat(20_000), type: "PLAIN_TEXT" }] },
      requestedAttributes: toxicity,
      doNotStore: true,
      sessionId: "s",
      communityId: "c",
    });
    expect(status).toBe(200);
  });

  test.each<[string, object, ReturnType<typeof refused>]>([
    ["an empty comment", { comment: { text: "" } }, refused("Comment must be non-empty.", "COMMENT_EMPTY")],
    ["a blank comment", { comment: { text: " \n" } }, refused("Comment must be non-empty.", "COMMENT_EMPTY")],
    [
      "no attribute",
      { requestedAttributes: {} },
      refused("Missing requested_attributes", "NO_REQUESTED_ATTRIBUTES"),
    ],
    [
      "20,481 bytes",
      { comment: { text: `${"é".repeat(10_240)}a` } },
      refused("Comment text too long.", "COMMENT_TOO_LONG"),
    ],
    ...["FLIRTATION", "TOXICITY_EXPERIMENTAL", "TOXICITY@6", "toxicity", "__proto__x"].map(
      (name): [string, object, ReturnType<typeof refused>] => [
        name,
        { requestedAttributes: { TOXICITY: {}, [name]: {} } },
        refused(`Unknown requested attribute: ${name}`, "INVALID_REQUEST"),
      ],
    ),
    [
      "another kind of score",
      { requestedAttributes: { TOXICITY: { scoreType: "RAW" } } },
      refused("Requested score type RAW is not supported by attribute TOXICITY", "INVALID_REQUEST"),
    ],
    [
      "HTML",
      { comment: { text: "<b>hello</b>", type: "HTML" } },
      refused("Currently, only 'PLAIN_TEXT' comments are supported", "INVALID_REQUEST"),
    ],
    [
      "two kinds of context",
      { context: { entries: [{ text: "a" }], articleAndParentComment: { article: { text: "b" } } } },
      refused(
        "Context can have either entries or article_and_parent_comment, but both fields were populated.",
        "INVALID_REQUEST",
      ),
    ],
    [
      "a language it was told that it cannot score",
      { languages: ["de"] },
      refused(
        "Attribute TOXICITY does not support request languages: de",
        "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
        {
          languageNotSupportedByAttributeError: {
            requestedLanguages: ["de"],
            detectedLanguages: ["en"],
            attribute: "TOXICITY",
          },
        },
      ),
    ],
    [
      "a language it found that it cannot score",
      { comment: { text: GERMAN } },
      refused(
        "Attribute TOXICITY does not support request languages: de",
        "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
        { languageNotSupportedByAttributeError: { detectedLanguages: ["de"], attribute: "TOXICITY" } },
      ),
    ],
  ])("%s is refused in Perspective's words", async (_what, change, refusal) => {
    expect(
      await client.analyze({ comment: { text: RUDE }, requestedAttributes: toxicity, ...change }),
    ).toEqual(refusal);
  });

  test("20,480 bytes are scored", async () => {
    const text = "The bridge is é ".repeat(1_205).slice(0, 20_480);
    const cut = Buffer.from(text)
      .subarray(0, 20_480)
      .toString()
      .replace(/\uFFFD$/, "");
    const { status } = await client.analyze({ comment: { text: cut }, requestedAttributes: toxicity });
    expect(status).toBe(200);
  });

  test("a request of another shape is refused and names the field", async () => {
    const { status, body } = await client.analyze({
      comment: { text: RUDE },
      requestedAttributes: { TOXICITY: { scoreThreshold: "high" } },
    });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 400,
      status: "INVALID_ARGUMENT",
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.BadRequest",
          fieldViolations: [{ field: "requestedAttributes.TOXICITY.scoreThreshold" }],
        },
      ],
    });
  });

  test("a wrong key is refused as Google refuses it", async () => {
    const stranger = await make(app.address, "AIzaSyNotAKeyOfOurs");
    const { status, body } = await stranger.analyze({
      comment: { text: RUDE },
      requestedAttributes: toxicity,
    });
    expect({ status, error: body.error }).toMatchObject({
      status: 400,
      error: {
        code: 400,
        message: "API key not valid. Please pass a valid API key.",
        status: "INVALID_ARGUMENT",
        details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID" }],
      },
    });
    await make(app.address, key);
  });

  test("a key that has asked enough is told to wait, with 429", async () => {
    const hasty = await make(app.address, (await anApiKey(app, { queriesAMinute: 2 })).key);
    const ask = () => hasty.analyze({ comment: { text: RUDE }, requestedAttributes: toxicity });
    const answers = [];
    // Five in a row fall into two minutes at most.
    for (let i = 0; i < 5; i++) answers.push(await ask());
    expect(answers.map(({ status }) => status)).toContain(429);
    expect(answers.find(({ status }) => status === 429)!.body.error).toMatchObject({
      code: 429,
      status: "RESOURCE_EXHAUSTED",
      details: [{ reason: "RATE_LIMIT_EXCEEDED" }],
    });
    await make(app.address, key);
  });
});

describe.each(CLIENTS.slice(0, 2))("%s", (_, make) => {
  test("a suggested score is kept for the site's owners", async () => {
    const { suggestScore } = await make(app.address, key);
    const answer = await suggestScore!({
      comment: { text: "Get busy living, or get busy dying." },
      attributeScores: { TOXICITY: { summaryScore: { value: 0 } } },
      languages: ["en"],
      communityId: "/forum/movies",
      clientToken: "comment-53922",
    });
    expect(answer).toEqual({
      status: 200,
      body: { clientToken: "comment-53922", requestedLanguages: ["en"], detectedLanguages: ["en"] },
    });
    const { body } = await app.owner.get<{ items: object[] }>("/api/sites/demo/score-suggestions?limit=1");
    expect(body.items).toMatchObject([
      {
        text: "Get busy living, or get busy dying.",
        scores: { TOXICITY: 0 },
        languages: ["en"],
        communityId: "/forum/movies",
        clientToken: "comment-53922",
      },
    ]);
  });
});

interface Scores {
  attributeScores: Record<
    string,
    {
      summaryScore: { value: number };
      spanScores: { begin: number; end: number; score: { value: number } }[];
    }
  >;
}
