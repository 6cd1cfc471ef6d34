import { expect, test } from "@jest/globals";
import type { Label } from "../../server/backtests/contract.ts";
import { chooseExamples } from "../../server/backtests/examples.ts";
import { metBy } from "../../server/rules/evaluate.ts";
import type { Rule } from "../../server/rules/rule.ts";

const when = { fact: "INSULT", op: ">=" as const, value: 0.9 };
const rule: Rule = { id: "r", name: "r", version: 1, when, then: "hold", reason: "r", whenUnknown: "skip" };

/** Comments that the rule does not match, by their score and what people made of them. */
test.each<[string, [number, Label | null][], number[], boolean]>([
  [
    "nobody has refused anything",
    [
      [0.8, null],
      [0.1, "approved"],
    ],
    [],
    true,
  ],
  [
    "people refused one like them",
    [
      [0.8, null],
      [0.7, "rejected"],
    ],
    [0.7, 0.8],
    false,
  ],
  [
    "the rest is harmless by its scores",
    [
      [0.05, null],
      [0.1, "rejected"],
    ],
    [0.1],
    false,
  ],
])("likely misses, where %s", (_, comments, misses, untold) => {
  const examples = chooseExamples(rule, [{ path: "when", comparison: when }], 1);
  comments.forEach(([score, people], i) => {
    const facts = { INSULT: { value: score } };
    examples.miss({ id: `comment ${i}`, facts, people }, metBy(facts));
  });
  const { likelyMisses, missesUntold } = examples.result();
  expect([likelyMisses.map(({ score }) => score), missesUntold]).toEqual([misses, untold]);
});
