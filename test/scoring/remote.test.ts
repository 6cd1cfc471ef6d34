import { beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Failure } from "../../server/scoring/failure.ts";
import { type RemoteOptions, remoteScorer } from "../../server/scoring/remote.ts";
import type { Scored } from "../../server/scoring/scorer.ts";
import { tokenBucket } from "../../server/scoring/token-bucket.ts";

const SCORED: Scored = {
  scorer: "away",
  model: "m",
  version: "1",
  scores: { TOXICITY: 0.4 },
  spans: [],
};
const passing = (retryAfter?: number) => new Failure("passing", "It has trouble.", retryAfter);
const lasting = () => new Failure("lasting", "It refused the key.");
const aboutText = () => new Failure("text", "It does not know this language.");

let time: number;
let asked: number;
let pauses: number[];
beforeEach(() => {
  time = 1_000_000;
  asked = 0;
  pauses = [];
});

/** Answers each request with the next of these, and then with scores for ever. */
function scorerThat(outcomes: (Failure | "scores")[], options: Partial<RemoteOptions> = {}) {
  const left = [...outcomes];
  return remoteScorer(
    {
      name: "away",
      label: "Away",
      async ask() {
        asked += 1;
        const outcome = left.shift() ?? "scores";
        if (outcome instanceof Failure) throw outcome;
        return SCORED;
      },
    },
    {
      timeoutMs: 1_500,
      perSecond: 1_000,
      now: () => time,
      pause: async (ms) => {
        pauses.push(ms);
        time += ms;
      },
      random: () => 0.5,
      ...options,
    },
  );
}

const words = (answer: object): string => ("unavailable" in answer ? String(answer.unavailable) : "scored");

describe("trying again", () => {
  test("a passing failure is tried again after a pause with jitter, and again after a longer one", async () => {
    expect(await scorerThat([passing(), passing()]).score("Hello", null)).toEqual(SCORED);
    expect(asked).toBe(3);
    expect(pauses).toEqual([100, 200]);
  });

  test("three times are enough", async () => {
    expect(words(await scorerThat([passing(), passing(), passing()]).score("Hello", null))).toBe(
      "It has trouble.",
    );
    expect(asked).toBe(3);
  });

  test.each([
    ["a wrong key", lasting()],
    ["an unknown language", aboutText()],
  ])("%s is not tried again", async (_what, failure) => {
    expect(words(await scorerThat([failure]).score("Hello", null))).toBe(failure.message);
    expect(asked).toBe(1);
  });

  test("it waits as long as it is asked to, where the time allowed is enough for that", async () => {
    expect(await scorerThat([passing(1_000)]).score("Hello", null)).toEqual(SCORED);
    expect(pauses).toEqual([1_100]);
    expect(words(await scorerThat([passing(2_000)]).score("Hello", null))).toBe("It has trouble.");
    expect(asked).toBe(3);
  });

  test("only what is about the text is said to last", async () => {
    expect(await scorerThat([aboutText()]).score("Hei", "fi")).toEqual({
      scorer: "away",
      unavailable: "It does not know this language.",
      lasting: true,
    });
    expect(await scorerThat([lasting()]).score("Hello", null)).not.toHaveProperty("lasting");
  });

  test("a mistake of ours is an answer without the comment, not an exception", async () => {
    const broken = remoteScorer(
      {
        name: "away",
        label: "Away",
        ask: async (text) => {
          throw new Error(`cannot read ${text}`);
        },
      },
      { timeoutMs: 100, perSecond: 10 },
    );
    expect(await broken.score("a private matter", null)).toEqual({
      scorer: "away",
      unavailable: "Away could not be asked.",
    });
  });
});

describe("the circuit breaker", () => {
  const down = Array.from({ length: 7 }, lasting);

  test("after five failures in a row nothing is asked for half a minute", async () => {
    const { score, circuit } = scorerThat(down);
    expect(circuit?.()).toBe("closed");
    for (let i = 0; i < 9; i += 1) await score("Hello", null);
    expect(asked).toBe(5);
    expect(circuit?.()).toBe("open");
    time += 29_999;
    expect(words(await score("Hello", null))).toContain("left alone for half a minute");
    expect(asked).toBe(5);
  });

  test("half-open, one at a time tries whether it is back; a failure closes the door again, a success opens it for all", async () => {
    const { score, circuit } = scorerThat(down);
    for (let i = 0; i < 5; i += 1) await score("Hello", null);
    time += 30_000;
    expect(circuit?.()).toBe("half-open");
    const three = await Promise.all([score("a", null), score("b", null), score("c", null)]);
    expect(asked).toBe(6);
    expect(three.map(words).filter((one) => one.includes("left alone"))).toHaveLength(2);
    expect(circuit?.()).toBe("open");

    time += 30_000;
    await score("Hello", null);
    expect(asked).toBe(7);
    time += 30_000;
    expect(await score("Hello", null)).toEqual(SCORED);
    expect(circuit?.()).toBe("closed");
    await Promise.all(Array.from({ length: 8 }, () => score("Hello", null)));
    expect(asked).toBe(16);
  });

  test("a success in between starts the count anew", async () => {
    const four = Array.from({ length: 4 }, lasting);
    const { score } = scorerThat([...four, "scores", ...four]);
    for (let i = 0; i < 12; i += 1) await score("Hello", null);
    expect(asked).toBe(12);
  });

  test("texts that it cannot score are no reason to leave it alone", async () => {
    const { score, circuit } = scorerThat(Array.from({ length: 12 }, aboutText));
    for (let i = 0; i < 12; i += 1) await score("Hei", "fi");
    expect([asked, circuit?.()]).toEqual([12, "closed"]);
  });
});

describe("the rate limit", () => {
  test("a short wait for one's turn is taken, a long one is an answer", async () => {
    const { score } = scorerThat([], { perSecond: 2, timeoutMs: 1_500, pause: async () => {} });
    const answers = await Promise.all(Array.from({ length: 5 }, () => score("Hello", null)));
    expect(answers.map(words)).toEqual([
      "scored",
      "scored",
      "scored",
      "Away was not asked: its limit of 2 a second is used up.",
      "Away was not asked: its limit of 2 a second is used up.",
    ]);
    expect(asked).toBe(3);
  });

  test("it says nothing of the scorer's health", async () => {
    const { score, circuit } = scorerThat([], { perSecond: 1, timeoutMs: 100 });
    for (let i = 0; i < 20; i += 1) await score("Hello", null);
    expect([asked, circuit?.()]).toEqual([1, "closed"]);
  });

  test("whatever is asked whenever, no second ever sees more than the rate and one second's savings", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 }),
        fc.integer({ min: 0, max: 3_000 }),
        (perSecond, gaps, within) => {
          let now = 5_000;
          const bucket = tokenBucket({ perSecond, now: () => now });
          const used: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const wait = bucket.take(within);
            if (wait === null) continue;
            expect(wait).toBeGreaterThanOrEqual(0);
            expect(wait).toBeLessThanOrEqual(within);
            used.push(now + wait);
          }
          for (const start of used)
            expect(used.filter((at) => at >= start && at < start + 999).length).toBeLessThanOrEqual(
              2 * perSecond,
            );
        },
      ),
    );
  });
});
