import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { localScorer, scoreText } from "../../server/scoring/local/local.ts";
import { ATTRIBUTES, type Attribute, type Span } from "../../server/scoring/scorer.ts";

const score = (text: string, attribute: Attribute): number => scoreText(text).scores[attribute] as number;
const drawn = (text: string): string[] => [
  ...new Set(scoreText(text).spans.map((span) => text.slice(span.start, span.end))),
];

function without(text: string, spans: readonly Span[]): string {
  const kept = [...text.split("")];
  for (const { start, end } of spans) kept.fill("", start, end);
  return kept.join("");
}

describe("the local scorer", () => {
  test("says who it is and answers all six attributes with probabilities", async () => {
    const answer = await localScorer().score("You are a complete moron", null);
    if ("unavailable" in answer) throw new Error(answer.unavailable);
    expect(answer.scorer).toBe("local");
    expect(answer.model).toBe("replydesk-local-en");
    expect(answer.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
    expect(Object.keys(answer.scores)).toEqual([...ATTRIBUTES]);
    for (const p of Object.values(answer.scores)) expect(p >= 0 && p <= 1).toBe(true);
  });

  test("calls an insult an insult", () => {
    expect(score("You are a complete moron", "INSULT")).toBeGreaterThanOrEqual(0.7);
    expect(score("You are a complete moron", "TOXICITY")).toBeGreaterThanOrEqual(0.7);
    expect(score("You are a complete moron", "THREAT")).toBeLessThan(0.1);
  });

  test("tells a threat, an attack on a group and swearing apart", () => {
    expect(score("I will find you and kill you", "THREAT")).toBeGreaterThan(0.7);
    expect(score("All immigrants are vermin, I hate them", "IDENTITY_ATTACK")).toBeGreaterThan(0.5);
    expect(score("What a fucking goal", "PROFANITY")).toBeGreaterThan(0.7);
    expect(score("What a fucking goal", "THREAT")).toBeLessThan(0.1);
  });

  test.each([
    "Thanks for this thoughtful article.",
    "I disagree with the mayor, and the budget needs another look.",
    "Scunthorpe United beat Arsenal, see https://example.com/fuck-this for the report.",
    "The match starts at 19:30 at the old stadium.",
  ])("finds no harm in %j", (text) => expect(score(text, "TOXICITY")).toBeLessThan(0.1));

  test.each([
    "My neighbour is gay and we get along well.",
    "I am a proud Muslim woman.",
    "The Jewish community opened a new library.",
    "Black voters and white voters agreed on the bus lane.",
    "She is deaf and teaches trans history.",
    "Immigrants from Mexico run the bakery on Main Street.",
  ])("does not mind that %j names a group", (text) => {
    expect(score(text, "TOXICITY")).toBeLessThan(0.3);
    expect(score(text, "IDENTITY_ATTACK")).toBeLessThan(0.3);
  });

  test.each([
    "You are an idi0t",
    "You are an і\u200bdіоt",
    "You are an i d i o t",
    "You are an i.d.i.o.t",
    "You are an idiooooot",
    "You are an ID\u0336IOT",
    "You are an id*ot",
  ])("sees through %j", (text) => expect(score(text, "INSULT")).toBeGreaterThan(0.7));

  test("marks the word that drove the score, as it was written", () => {
    expect(drawn("You are a complete m0r\u200b0n, thanks for nothing.")).toContain("m0r\u200b0n");
    expect(drawn("Have a look at the f.u.c.k.i.n.g timetable")).toEqual(["f.u.c.k.i.n.g"]);
    expect(drawn("Thanks for this thoughtful article.")).toEqual([]);
  });

  test("marks words with content of their own, each at .5 or more", () => {
    const text = "You are, all of you, so stupid!!! You people make me sick.";
    expect(drawn(text)).toContain("stupid");
    for (const word of ["You", "you", "are", "so", "of", "!!!"]) expect(drawn(text)).not.toContain(word);
    for (const span of scoreText(text).spans) expect(span.score).toBeGreaterThanOrEqual(0.5);
  });

  test("marks a repeated word in every place", () => {
    const text = "idiot, I said: Idiot";
    const insult = scoreText(text).spans.filter((span) => span.attribute === "INSULT");
    expect(insult.map((span) => span.start).sort((a, b) => a - b)).toEqual([0, 15]);
  });

  test("marks a row of one word as one", () => {
    const spans = scoreText("idiot ".repeat(3_000)).spans.filter((span) => span.attribute === "INSULT");
    expect(spans).toEqual([expect.objectContaining({ start: 0, end: 17_999 })]);
  });

  const pieces =
    "you are|the mayor|complete moron|idiots|a fucking liar|thanks for|this article|kill you|go to hell|stupid|f.u.c.k|shut up|i d i o t|pathetic losers|well written|muslims|are vermin|the budget|shit|in our town";
  test("marks words whose removal lowers the score", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.split("|")), { minLength: 2, maxLength: 12 }),
        (list) => {
          const text = list.join(", ");
          const answer = scoreText(text);
          for (const attribute of new Set(answer.spans.map((span) => span.attribute))) {
            const cut = without(
              text,
              answer.spans.filter((span) => span.attribute === attribute),
            );
            expect(score(cut, attribute)).toBeLessThan(answer.scores[attribute] as number);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("gives the same answer whatever it scored before", () => {
    const first = scoreText("You are a complete moron");
    scoreText("x ".repeat(30_000));
    scoreText("*".repeat(50_000));
    expect(scoreText("You are a complete moron")).toEqual(first);
  });

  test("answers any string at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const answer = scoreText(text);
        for (const p of Object.values(answer.scores)) expect(Number.isFinite(p)).toBe(true);
        for (const span of answer.spans) expect(span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
