import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createSplitter } from "../../../server/scoring/semantic/pieces.ts";
import { openWeights } from "../../../server/scoring/semantic/weights.ts";
import { installedTest, weights } from "./installed-test.ts";

const RESERVED = Array.from({ length: 6 }, (_, i): [string, number] => [`<${i}>`, 0]);
const VOCABULARY: [string, number][] = [
  ...RESERVED,
  ["▁", -5],
  ["a", -4],
  ["b", -4],
  ["ab", -6],
  ["▁ab", -5],
  ["aba", -7],
];
const split = createSplitter(VOCABULARY);
const shown = (ids: number[]): string => ids.map((id) => (id === 0 ? "?" : VOCABULARY[id]?.[0])).join(" ");

test.each([
  ["ab", "▁ab"],
  ["aba", "▁ab a"],
  ["b ab", "▁ b ▁ab"],
  ["b \n\t ab", "▁ b ▁ab"],
  ["xyz", "▁ ?"],
  ["axyzb", "▁ a ? b"],
  ["", "▁"],
])("%j is split as %s", (text, pieces) => {
  expect(shown(split(text))).toBe(pieces);
});

test("pieces put together are the text, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ") }), (text) => {
      const whole = split(text)
        .map((id) => VOCABULARY[id]?.[0])
        .join("");
      expect(whole).toBe(`▁${text.replace(/\s+/gu, "▁")}`);
    }),
  );
});

test("any string at all is split into ids of the vocabulary", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const ids = split(text);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.every((id) => id >= 0 && id < VOCABULARY.length)).toBe(true);
    }),
  );
});

installedTest("the encoder's own vocabulary splits words where people would", () => {
  const opened = openWeights(weights());
  opened.close();
  const ids = createSplitter(opened.vocabulary)("unfairly moderated commenters");
  expect(ids.map((id) => opened.vocabulary[id]?.[0])).toEqual([
    "▁unfair",
    "ly",
    "▁moderate",
    "d",
    "▁comment",
    "ers",
  ]);
});
