import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { type HttpOptions, httpScorer } from "../../server/scoring/http.ts";
import { perspectiveSays, send, startProvider, type TestProvider } from "./provider.ts";

const KEY = "key-that-must-not-show";
let provider: TestProvider<{ comment: { text: string }; doNotStore: boolean; spanAnnotations: boolean }>;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(() => provider.close());

const score = (options: Partial<HttpOptions> = {}, text = "You fool.") =>
  httpScorer({
    name: "own",
    url: `${provider.url}/score`,
    key: null,
    signed: false,
    allowPrivate: true,
    pause: async () => {},
    ...options,
  }).score(text, "en");

test("any address that speaks Perspective's JSON is a scorer, named by its owner", async () => {
  provider.answer(send(200, perspectiveSays(0.6)));
  expect(await score()).toMatchObject({
    scorer: "own",
    model: new URL(provider.url).host,
    scores: { TOXICITY: 0.6, IDENTITY_ATTACK: 0.6 },
  });
  expect(provider.asked[0]?.url).toBe("/score");
  expect(provider.asked[0]?.body).toMatchObject({
    comment: { text: "You fool." },
    doNotStore: true,
    spanAnnotations: true,
  });
  expect(provider.asked[0]?.headers).not.toHaveProperty("authorization");
});

test("a key goes along in headers", async () => {
  await score({ key: KEY });
  expect(provider.asked[0]?.headers).toMatchObject({
    authorization: `Bearer ${KEY}`,
    "x-goog-api-key": KEY,
  });
  expect(provider.asked[0]?.url).not.toContain(KEY);
});

test.each([
  ["a Standard Webhooks secret", `whsec_${Buffer.from("a secret of some length").toString("base64")}`, {}],
  ["any words", "just some words of mine", { format: "raw" as const }],
])(
  "signed with %s, the receiver can tell that it is ours, and the key stays here",
  async (_what, key, options) => {
    await score({ key, signed: true });
    const [asked] = provider.asked;
    const headers = asked?.headers as Record<string, string>;
    const receiver = new Webhook(key, options as { format: "raw" });
    expect(receiver.verify(asked?.raw as string, headers)).toEqual(asked?.body);
    expect(() => receiver.verify(`${asked?.raw} `, headers)).toThrow();
    expect(JSON.stringify(asked)).not.toContain(key);
  },
);

test("each try is signed anew", async () => {
  provider.answerNext(send(503));
  await score({ key: KEY, signed: true });
  const [first, second] = provider.asked.map(({ headers }) => headers["webhook-id"]);
  expect(first).not.toBe(second);
});

test("one connection serves many comments", async () => {
  const scorer = httpScorer({
    name: "own",
    url: provider.url,
    key: null,
    signed: false,
    allowPrivate: true,
  });
  for (let i = 0; i < 5; i += 1) await scorer.score("You fool.", null);
  expect(new Set(provider.asked.map(({ port }) => port)).size).toBe(1);
});

test.each([
  ["http://127.0.0.1:9/", "private"],
  ["http://[::ffff:10.0.0.1]/", "private"],
  ["http://localhost:9/", "private"],
  ["http://169.254.169.254/latest", "private"],
])("an address of the own network is never asked unless the operator allows it: %s", async (url, words) => {
  expect(await score({ url, allowPrivate: false })).toMatchObject({
    unavailable: expect.stringContaining(words),
  });
});
