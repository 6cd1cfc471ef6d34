import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { perspectiveScorer } from "../../server/scoring/perspective.ts";
import { ATTRIBUTES } from "../../server/scoring/scorer.ts";

const KEY = "key-that-must-not-show";
const TEXT = "You fool. The bridge is closed, <3 all the same.";

interface Asked {
  url: string;
  body: { comment: { text: string }; requestedAttributes: object; doNotStore: boolean; languages?: string[] };
}

let asked: Asked[];
let answer: (res: ServerResponse) => void;
let url: string;
let close: () => Promise<void>;
let time: number;

const attribute = (value: number, spanScores: object[] = []) => ({
  summaryScore: { value, type: "PROBABILITY" },
  spanScores,
});
const send = (status: number, body: unknown) => (res: ServerResponse) => {
  res
    .writeHead(status, { "content-type": "application/json" })
    .end(typeof body === "string" ? body : JSON.stringify(body));
};
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

beforeEach(async () => {
  asked = [];
  time = 1_000;
  answer = send(200, GOOD);
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    asked.push({ url: req.url ?? "", body: JSON.parse(body) });
    answer(res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => close());

const scorer = (timeoutMs?: number) => perspectiveScorer({ apiKey: KEY, url, timeoutMs, now: () => time });

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

  test("the comment is sent as it is, once, not to be stored, with the key in its place", async () => {
    await scorer().score(TEXT, "en");
    expect(asked).toHaveLength(1);
    expect(asked[0]!.url).toBe(`/v1alpha1/comments:analyze?key=${KEY}`);
    expect(asked[0]!.body).toMatchObject({ comment: { text: TEXT }, doNotStore: true, languages: ["en"] });
    expect(Object.keys(asked[0]!.body.requestedAttributes)).toEqual([...ATTRIBUTES]);
  });

  test("an unknown language is left for Perspective to find out", async () => {
    await scorer().score(TEXT, null);
    expect(asked[0]!.body).not.toHaveProperty("languages");
  });

  test.each(["", "   ", "\n\t"])("empty text is never sent: %j", async (text) => {
    expect(await scorer().score(text, null)).toEqual({
      scorer: "perspective",
      unavailable: "There is no text to score.",
    });
    expect(asked).toHaveLength(0);
  });

  test("some attributes without the others are taken as they are", async () => {
    answer = send(200, {
      attributeScores: { TOXICITY: { summaryScore: { value: 0.3 } }, FLIRTATION: attribute(1) },
    });
    expect(await scorer().score(TEXT, null)).toMatchObject({ scores: { TOXICITY: 0.3 }, spans: [] });
  });
});

describe("when Perspective fails", () => {
  test.each([
    ["its quota is used up", 429, { error: { message: `Quota exceeded for ${KEY}` } }, "quota"],
    ["it is broken", 500, "<html>oops</html>", "trouble of its own (500)"],
    ["it is overloaded", 503, "", "trouble of its own (503)"],
    [
      "the key is wrong",
      400,
      { error: { message: "API key not valid. Please pass a valid API key." } },
      "Check PERSPECTIVE_API_KEY",
    ],
    [
      "the key may not do this",
      403,
      { error: { message: `${KEY} is blocked` } },
      "Check PERSPECTIVE_API_KEY",
    ],
    [
      "it does not know the language",
      400,
      { error: { message: "Attribute THREAT does not support request languages: is" } },
      "language",
    ],
    ["it redirects", 302, "", "could not be reached"],
    ["it answers something else than JSON", 200, "<html>", "could not be read"],
    [
      "it answers another shape",
      200,
      { attributeScores: { TOXICITY: { summaryScore: { value: "high" } } } },
      "could not be read",
    ],
    ["a score is no probability", 200, { attributeScores: { TOXICITY: attribute(7) } }, "could not be read"],
    ["it answers no scores", 200, { attributeScores: {} }, "without any score"],
    ["it answers far too much", 200, " ".repeat(600_000), "could not be read"],
  ])("%s, and it says so in words without the key", async (_what, status, body, words) => {
    answer = (res) => {
      if (status === 302) res.setHeader("location", "/elsewhere");
      send(status, body)(res);
    };
    const { unavailable } = (await scorer().score(TEXT, "en")) as { unavailable: string };
    expect(unavailable).toContain(words);
    expect(unavailable).not.toContain(KEY);
    expect(unavailable).not.toContain(TEXT);
    expect(asked).toHaveLength(1);
  });

  test("one that hangs is left after the time allowed, before its headers or within its body", async () => {
    answer = () => {};
    expect(await scorer(80).score(TEXT, null)).toEqual({
      scorer: "perspective",
      unavailable: "Perspective did not answer within 0.08 s.",
    });
    answer = (res) => void res.writeHead(200).write("{");
    expect(await scorer(80).score(TEXT, null)).toMatchObject({
      unavailable: "Perspective did not answer within 0.08 s.",
    });
  });

  test("one that cuts the connection, or is not there, could not be reached", async () => {
    answer = (res) => void res.destroy();
    expect(await scorer().score(TEXT, null)).toMatchObject({
      unavailable: "Perspective could not be reached.",
    });
    await close();
    expect(await scorer().score(TEXT, null)).toMatchObject({
      unavailable: "Perspective could not be reached.",
    });
    close = async () => {};
  });
});

describe("the circuit breaker", () => {
  test("after five failures in a row nothing is asked for half a minute, then one at a time", async () => {
    const { score } = scorer();
    answer = send(500, "");
    for (let i = 0; i < 5; i++) await score(TEXT, null);
    expect(asked).toHaveLength(5);
    answer = send(200, GOOD);
    time += 29_999;
    expect(await score(TEXT, null)).toMatchObject({ unavailable: expect.stringContaining("left alone") });
    expect(asked).toHaveLength(5);

    time += 1;
    answer = send(500, "");
    const three = await Promise.all([score(TEXT, null), score(TEXT, null), score(TEXT, null)]);
    expect(asked).toHaveLength(6);
    expect(three.map((one) => "unavailable" in one)).toEqual([true, true, true]);

    time += 30_000;
    answer = send(200, GOOD);
    expect(await score(TEXT, null)).toHaveProperty("scores");
    await Promise.all(Array.from({ length: 8 }, () => score(TEXT, null)));
    expect(asked).toHaveLength(15);
  });

  test("a success in between starts the count anew", async () => {
    const { score } = scorer();
    for (const status of [500, 500, 500, 500, 200, 500, 500, 500, 500, 200]) {
      answer = send(status, GOOD);
      await score(TEXT, null);
    }
    expect(asked).toHaveLength(10);
  });

  test("a comment that Perspective cannot score is no reason to leave it alone", async () => {
    const { score } = scorer();
    answer = send(400, { error: { message: "Attribute THREAT does not support request languages: is" } });
    for (let i = 0; i < 12; i++) await score(TEXT, null);
    expect(asked).toHaveLength(12);
  });
});
