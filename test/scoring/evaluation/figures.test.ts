import { expect, test } from "@jest/globals";
import { biasByTerm } from "../../../server/scoring/evaluation/bias.ts";
import { aucInterval } from "../../../server/scoring/evaluation/bootstrap.ts";
import { curvesOf } from "../../../server/scoring/evaluation/curves.ts";
import { evaluationOf, type Judged } from "../../../server/scoring/evaluation/evaluation.ts";
import { labelsOf } from "../../../server/scoring/evaluation/labels.ts";
import { pageOf } from "../../../server/scoring/evaluation/page.ts";
import { tableOf } from "../../../server/scoring/evaluation/table.ts";
import { createRandom } from "../../../server/scoring/local/train/random.ts";

test.each([
  [
    { toxic: 1, obscene: 0, threat: null },
    { TOXICITY: 1, PROFANITY: 0 },
  ],
  [
    { toxicity: "0.8", insult: "", identity_hate: "1" },
    { TOXICITY: 0.8, IDENTITY_ATTACK: 1 },
  ],
  [
    { TOXICITY: true, SEVERE_TOXICITY: false },
    { TOXICITY: 1, SEVERE_TOXICITY: 0 },
  ],
  [{ label: "yes" }, { TOXICITY: 1 }],
  [{ label: 7, insult: "often", threat: -1 }, {}],
])("the labels of %j are %j", (fields, labels) => {
  expect(labelsOf(fields)).toEqual(labels);
});

test("curves go through what can be counted by hand", () => {
  const { roc, precisionRecall, averagePrecision, precisionAt } = curvesOf(
    [0.9, 0.8, 0.7, 0.1],
    [true, false, true, false],
  );
  expect(roc).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 0.5 },
    { x: 0.5, y: 0.5 },
    { x: 0.5, y: 1 },
    { x: 1, y: 1 },
  ]);
  expect(precisionRecall[0]).toEqual({ x: 0.5, y: 1 });
  expect(averagePrecision).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3));
  expect(precisionAt.half).toBe(1);
  expect(precisionAt.most).toBeCloseTo(2 / 3);
});

test("texts with equal scores move a curve together, whatever their order", () => {
  const one = curvesOf([0.5, 0.5, 0.5, 0.2], [true, false, false, false]);
  const other = curvesOf([0.5, 0.5, 0.5, 0.2], [false, false, true, false]);
  expect(one.roc).toEqual(other.roc);
  expect(one.averagePrecision).toBeCloseTo(1 / 3);
});

test("the interval holds the area of scores whose area is known, and is the same again for the same seed", () => {
  const random = createRandom(7);
  const bad = Array.from({ length: 2_000 }, () => random() < 0.3);
  // Two uniform distributions half a unit apart: the area is 1 - 0.5² / 2 = 0.875.
  const scores = bad.map((is) => random() + (is ? 0.5 : 0));
  const { low, high } = aucInterval(scores, bad);
  expect(low).toBeLessThan(0.875);
  expect(high).toBeGreaterThan(0.875);
  expect(high - low).toBeLessThan(0.05);
  expect(aucInterval(scores, bad)).toEqual({ low, high });
});

test("a name that alone raises the score is found, and named first", () => {
  const texts: string[] = [];
  const scores: number[] = [];
  const bad: boolean[] = [];
  const add = (text: string, score: number, is: boolean): void => {
    texts.push(text);
    scores.push(score);
    bad.push(is);
  };
  for (let i = 0; i < 20; i += 1) {
    add("My gay neighbour baked bread", 0.9, false);
    add("A rude gay remark", 0.95, true);
    add("My Buddhist neighbour baked bread", 0.1, false);
    add("A rude Buddhist remark", 0.95, true);
    add("A rude remark", 0.8, true);
    add("Bread", 0.05, false);
  }
  const [worst, next] = biasByTerm(texts, scores, bad);
  expect(worst).toMatchObject({ term: "gay", count: 40 });
  expect(worst?.bpsn).toBeLessThan(0.6);
  expect(next).toMatchObject({ term: "buddhist", bpsn: 1, bnsp: 1 });
});

test("the reports name each attribute that was judged both ways, and hold no text", () => {
  const judged: Judged[] = Array.from({ length: 40 }, (_, i) => ({
    text: `secret sentence ${i}`,
    labels: { TOXICITY: Number(i % 2 === 0), THREAT: 0 },
    scores: { TOXICITY: i % 2 === 0 ? 0.9 : 0.1, THREAT: 0.1 },
    ms: 0.05,
  }));
  const evaluation = evaluationOf(judged);
  expect(evaluation.attributes.map(({ attribute, auc }) => [attribute, auc])).toEqual([["TOXICITY", 1]]);
  const table = tableOf(evaluation, "model 1");
  const page = pageOf(evaluation, { scorer: "model <1>", file: "rows.csv", at: new Date(0) });
  expect(table).toMatch(/TOXICITY\s+40\s+20\s+1\.000\s+1\.000-1\.000/);
  expect(page).toContain("<h1>model &lt;1&gt;</h1>");
  expect(table + page).not.toContain("secret");
});
