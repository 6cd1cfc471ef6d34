import { expect, test } from "@jest/globals";
import { type PlacedScorer, scoreAll } from "../../server/scoring/score-all.ts";

type Use = "always" | "fallback";

let asked: string[] = [];
function one(name: string, use: Use, answers: boolean): PlacedScorer {
  return {
    name,
    use,
    async score() {
      asked.push(name);
      return answers
        ? { scorer: name, model: name, version: "1", scores: { TOXICITY: 0.5 }, spans: [] }
        : { scorer: name, unavailable: "It is away." };
    },
  };
}

/** Capitals answer; a question mark is a fallback. */
async function order(list: string): Promise<{ asked: string; answers: string }> {
  asked = [];
  const scorers = list
    .split(" ")
    .map((name) =>
      one(name.replace("?", ""), name.endsWith("?") ? "fallback" : "always", /^[A-Z]/.test(name)),
    );
  const answers = await scoreAll(scorers, "Hello", null);
  return { asked: asked.join(" "), answers: answers.map(({ scorer }) => scorer).join(" ") };
}

test.each([
  ["all that are always asked are asked", "A B c", "A B c", "A B c"],
  ["a fallback is not asked when one before it answered", "A B?", "A", "A"],
  ["a fallback is asked when none before it could answer", "a b B?", "a b B", "a b B"],
  [
    "of two fallbacks the second is asked only when the first could not answer either",
    "a b? C? D?",
    "a b C",
    "a b C",
  ],
  ["a fallback does not wait for what stands behind it", "a B? C", "a C B", "a B C"],
  ["a fallback in front is always asked", "A? B", "B A", "A B"],
  ["a fallback behind another that was not needed is not needed", "A B? c D?", "A c", "A c"],
])("%s: %s", async (_what, list, whom, answers) => {
  expect(await order(list)).toEqual({ asked: whom, answers });
});
