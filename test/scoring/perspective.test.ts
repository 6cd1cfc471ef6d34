import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { perspectiveScorer } from "../../server/scoring/perspective.ts";
import { ATTRIBUTES } from "../../server/scoring/scorer.ts";
import { attribute, cut, hang, send, startProvider, type TestProvider } from "./provider.ts";

const KEY = "key-that-must-not-show";
const TEXT = "You fool. The bridge is closed, <3 all the same.";

interface Body {
  comment: { text: string };
  requestedAttributes: object;
  doNotStore: boolean;
  languages?: string[];
}

let provider: TestProvider<Body>;
beforeEach(async () => {
  provider = await startProvider<Body>();
  provider.answer(send(200, GOOD));
});
afterEach(() => provider.close());

const GOOD = {
  attributeScores: Object.fromEntries(
    ATTRIBUTES.map((name, i) => [
      name,
      attribute(0.9 - i / 10, [
        { begin: 0, end: 9, score: { value: 0.95 } },
        { begin: 10, end: 9_999, score: { value: 0.1 } },
      ]),
    ]),
  ),
  languages: ["en"],
};

const scorer = (timeoutMs = 1_500) =>
  perspectiveScorer({
    apiKey: KEY,
    url: provider.url,
    allowPrivate: true,
    timeoutMs,
    perSecond: 1_000,
    now: () => 1_000,
    pause: async () => {},
  });

describe("asking Perspective", () => {
  test("all six attributes come back with the sentences that drove them", async () => {
    const scored = await scorer().score(TEXT, "en");
    if ("unavailable" in scored) throw new Error(scored.unavailable);
    expect(scored).toMatchObject({ scorer: "perspective", model: "perspective", version: "v1alpha1" });
    expect(Object.keys(scored.scores)).toEqual([...ATTRIBUTES]);
    expect(scored.scores.TOXICITY).toBe(0.9);
    expect(scored.spans).toHaveLength(6);
    expect(scored.spans[0]).toEqual({ start: 0, end: 9, attribute: "TOXICITY", score: 0.95 });
  });

  test("the comment is sent as it is, once, not to be stored, and the key is in a header, not in the address", async () => {
    await scorer().score(TEXT, "en");
    expect(provider.asked).toHaveLength(1);
    const [asked] = provider.asked;
    expect(asked?.url).toBe("/v1alpha1/comments:analyze");
    expect(asked?.headers["x-goog-api-key"]).toBe(KEY);
    expect(asked?.body).toMatchObject({ comment: { text: TEXT }, doNotStore: true, languages: ["en"] });
    expect(Object.keys(asked?.body.requestedAttributes ?? {})).toEqual([...ATTRIBUTES]);
  });

  test("an unknown language is left for Perspective to find out", async () => {
    await scorer().score(TEXT, null);
    expect(provider.asked[0]?.body).not.toHaveProperty("languages");
  });

  test.each(["", "   ", "\n\t"])("empty text is never sent: %j", async (text) => {
    expect(await scorer().score(text, null)).toEqual({
      scorer: "perspective",
      unavailable: "There is no text to score.",
      lasting: true,
    });
    expect(provider.asked).toHaveLength(0);
  });

  test("some attributes without the others are taken as they are", async () => {
    provider.answer(
      send(200, {
        attributeScores: { TOXICITY: { summaryScore: { value: 0.3 } }, FLIRTATION: attribute(1) },
      }),
    );
    expect(await scorer().score(TEXT, null)).toMatchObject({ scores: { TOXICITY: 0.3 }, spans: [] });
  });
});

describe("when Perspective fails", () => {
  test.each([
    ["its quota is used up", 429, { error: { message: `Quota exceeded for ${KEY}` } }, "quota", 3],
    ["it is broken", 500, "<html>oops</html>", "trouble of its own (500)", 3],
    ["it is overloaded", 503, "", "trouble of its own (503)", 3],
    [
      "the key is wrong",
      400,
      { error: { message: "API key not valid. Please pass a valid API key." } },
      "refused the key",
      1,
    ],
    ["the key may not do this", 403, { error: { message: `${KEY} is blocked` } }, "refused the key", 1],
    ["the key is not there", 401, "", "refused the key", 1],
    [
      "it does not know the language",
      400,
      { error: { message: "Attribute THREAT does not support request languages: is" } },
      "language",
      1,
    ],
    ["it redirects", 302, "", "sends elsewhere", 1],
    ["it answers something else than JSON", 200, "<html>", "could not be read", 1],
    [
      "it answers another shape",
      200,
      { attributeScores: { TOXICITY: { summaryScore: { value: "high" } } } },
      "could not be read",
      1,
    ],
    [
      "a score is no probability",
      200,
      { attributeScores: { TOXICITY: attribute(7) } },
      "could not be read",
      1,
    ],
    ["it answers no scores", 200, { attributeScores: {} }, "without any score", 1],
    ["it answers far too much", 200, " ".repeat(600_000), "could not be read", 1],
  ])(
    "%s, and it says so in words without the key, after as many tries as make sense",
    async (_what, status, body, words, tries) => {
      provider.answer(send(status, body, status === 302 ? { location: "/elsewhere" } : {}));
      const { unavailable } = (await scorer().score(TEXT, "en")) as { unavailable: string };
      expect(unavailable).toContain(words);
      expect(unavailable).not.toContain(KEY);
      expect(unavailable).not.toContain(TEXT);
      expect(provider.asked).toHaveLength(tries);
    },
  );

  test("one that hangs is left after the time allowed, before its headers or within its body", async () => {
    const late = { scorer: "perspective", unavailable: "Perspective did not answer in time." };
    provider.answer(hang);
    const real = () =>
      perspectiveScorer({ apiKey: KEY, url: provider.url, allowPrivate: true, timeoutMs: 80 });
    expect(await real().score(TEXT, null)).toEqual(late);
    provider.answer((res) => void res.writeHead(200).write("{"));
    expect(await real().score(TEXT, null)).toEqual(late);
    expect(provider.asked).toHaveLength(2);
  });

  test("one that cuts the connection, or is not there, could not be reached", async () => {
    const gone = { unavailable: expect.stringContaining("Perspective could not be reached.") };
    provider.answer(cut);
    expect(await scorer().score(TEXT, null)).toMatchObject(gone);
    expect(provider.asked).toHaveLength(3);
    await provider.close();
    expect(await scorer().score(TEXT, null)).toMatchObject(gone);
    provider = await startProvider<Body>();
  });

  test("a private address that the operator has not allowed is never asked", async () => {
    const strict = perspectiveScorer({ apiKey: KEY, url: provider.url });
    expect(await strict.score(TEXT, null)).toMatchObject({ unavailable: expect.stringContaining("private") });
    expect(provider.asked).toHaveLength(0);
  });
});
