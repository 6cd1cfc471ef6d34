import { beforeAll, describe, expect, it } from "@jest/globals";
import { type Segment, segments } from "../../admin/comment/segments.ts";
import { startLanguage } from "../../admin/language/language.ts";

type Input = Parameters<typeof segments>[0];

const scores = { TOXICITY: 0.9, INSULT: 0.9 };
const text = "You are a stupid idiot and a fool";
const span = (words: string, attribute: string, score: number): Input["spans"][number] => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, attribute, score };
};
const rule = (words: string): Input["why"][number] => {
  const start = text.indexOf(words);
  const marks = [{ start, end: start + words.length }];
  const conditions = [{ fact: "bannedWords", op: ">=", value: 1, seen: 1, met: true, marks }];
  return { rule: "words", name: "Banned words", version: 1, action: "hold", reason: "", conditions };
};
const marked = (parts: Segment[]) =>
  parts.filter((part) => part.because.length > 0).map((part) => [part.text, part.because]);

describe("marks in a comment", () => {
  beforeAll(async () => {
    await startLanguage("en");
  });

  it("keep every letter of the text", () => {
    const parts = segments({
      text,
      scores,
      spans: [span("stupid", "INSULT", 0.9)],
      why: [rule("idiot and")],
    });
    expect(parts.map((part) => part.text).join("")).toBe(text);
  });

  it("become one where they overlap or touch, and name every cause", () => {
    const spans = [span("stupid idiot", "TOXICITY", 0.7), span("idiot", "INSULT", 0.95)];
    expect(marked(segments({ text, scores, spans, why: [rule("idiot")] }))).toEqual([
      ["stupid idiot", ["Toxicity high, 0.70", "Insult very high, 0.95", "Banned words"]],
    ]);
  });

  it("leave out words that hardly mattered", () => {
    expect(marked(segments({ text, scores, spans: [span("fool", "INSULT", 0.3)], why: [] }))).toEqual([]);
  });

  it("leave out words of an attribute that the comment as a whole hardly has", () => {
    const spans = [span("fool", "INSULT", 0.8)];
    expect(marked(segments({ text, scores: { INSULT: 0.2 }, spans, why: [] }))).toEqual([]);
  });

  it("survive spans that reach beyond the text", () => {
    const spans = [{ start: 29, end: 400, attribute: "INSULT", score: 0.8 }];
    expect(marked(segments({ text, scores, spans, why: [] }))).toEqual([["fool", ["Insult high, 0.80"]]]);
  });
});
