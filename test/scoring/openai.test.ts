import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openAiScorer } from "../../server/scoring/openai.ts";
import { send, startProvider, type TestProvider } from "./provider.ts";

const KEY = "sk-that-must-not-show";
const SCORES = {
  harassment: 0.7,
  "harassment/threatening": 0.2,
  hate: 0.5,
  "hate/threatening": 0.3,
  violence: 0.99,
  "violence/graphic": 0.98,
  sexual: 0.97,
  "self-harm": 0.96,
  illicit: 0.95,
};
const says = (category_scores: object, more: object = {}) =>
  send(200, {
    id: "modr-1",
    model: "omni-moderation-2024-09-26",
    results: [{ flagged: true, categories: {}, category_scores, category_applied_input_types: {} }],
    ...more,
  });

let provider: TestProvider<{ model: string; input: string }>;
beforeEach(async () => {
  provider = await startProvider();
  provider.answer(says(SCORES));
});
afterEach(() => provider.close());

const score = (text = "You fool.", language: string | null = null) =>
  openAiScorer({
    apiKey: KEY,
    url: provider.url,
    allowPrivate: true,
    perSecond: 1_000,
    pause: async () => {},
  }).score(text, language);

test("its categories are read as attributes, the highest of each, and the model it names is the version", async () => {
  expect(await score()).toEqual({
    scorer: "openai",
    model: "omni-moderation",
    version: "omni-moderation-2024-09-26",
    scores: { TOXICITY: 0.7, INSULT: 0.7, THREAT: 0.3, IDENTITY_ATTACK: 0.5 },
    spans: [],
  });
});

test("what a text is about raises nothing: violence, sex, self-harm and crime are no attribute of ours", async () => {
  provider.answer(
    says({ ...SCORES, harassment: 0, "harassment/threatening": 0, hate: 0, "hate/threatening": 0 }),
  );
  expect(await score("The murderer was found.")).toMatchObject({
    scores: { TOXICITY: 0, INSULT: 0, THREAT: 0, IDENTITY_ATTACK: 0 },
  });
});

test("the text is sent once, whatever its language, with the key in a header", async () => {
  await score("Du Narr.", "de");
  expect(provider.asked).toHaveLength(1);
  expect(provider.asked[0]?.url).toBe("/v1/moderations");
  expect(provider.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(provider.asked[0]?.body).toEqual({ model: "omni-moderation-latest", input: "Du Narr." });
});

test.each([
  [
    "the key is wrong",
    send(401, { error: { message: `Incorrect API key provided: ${KEY}` } }),
    "refused the key",
    1,
  ],
  ["its quota is used up", send(429, { error: { message: "Rate limit reached" } }), "quota", 3],
  ["it is broken", send(502, "<html>"), "trouble of its own (502)", 3],
  ["it answers another shape", send(200, { results: [] }), "could not be read", 1],
  ["it answers other categories", says({ violence: 0.9 }), "could not be read", 1],
  ["a score is no probability", says({ harassment: 7 }), "could not be read", 1],
  ["it takes no such text", send(400, { error: { message: "Invalid input" } }), "refused this text (400)", 1],
])("%s, and it says so without the key", async (_what, reply, words, tries) => {
  provider.answer(reply);
  const { unavailable } = (await score()) as { unavailable: string };
  expect(unavailable).toContain(words);
  expect(unavailable).not.toContain(KEY);
  expect(provider.asked).toHaveLength(tries);
});

test("a failure that passes costs nothing but a second try", async () => {
  provider.answerNext(send(503), send(429, "", { "retry-after": "0" }));
  expect(await score()).toHaveProperty("scores.TOXICITY", 0.7);
  expect(provider.asked).toHaveLength(3);
});
