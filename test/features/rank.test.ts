import { describe, expect, test } from "@jest/globals";
import { partsOf, rankOf } from "../../server/features/rank.ts";
import { readability } from "../../server/features/readability.ts";
import { SiteSettings } from "../../server/sites/settings.ts";

const PLAIN = {
  words: 100,
  lix: 40,
  highestScore: 0.1,
  replies: 3,
  approved: 8,
  rejected: 0,
  strikes: 0,
};
const DEFAULTS = SiteSettings.parse({}).featureWeights;
const rank = (seen: Partial<typeof PLAIN> | { highestScore: null }, weights = DEFAULTS): number =>
  rankOf(partsOf({ ...PLAIN, ...seen }), weights);

describe("each part of what makes a comment worth featuring", () => {
  test.each([
    ["a remark has no length worth having", "length", { words: 15 }, 0],
    ["a paragraph has", "length", { words: 60 }, 1],
    ["so has a letter to the editor", "length", { words: 250 }, 1],
    ["an essay has less", "length", { words: 600 }, 1 / 3],
    ["more words than that take no more away", "length", { words: 5_000 }, 1 / 3],
    ["plain prose reads well", "readability", { lix: 45 }, 1],
    ["officialese half as well", "readability", { lix: 60 }, 0.5],
    ["a wall of words not at all", "readability", { lix: 120 }, 0],
    ["the highest score takes from civility", "civility", { highestScore: 0.7 }, 0.3],
    ["what nothing could score has a civility that is not known", "civility", { highestScore: null }, null],
    ["no reply counts nothing", "replies", { replies: 0 }, 0],
    ["three replies count half", "replies", { replies: 3 }, 0.5],
    ["a hundred count little more than fifty", "replies", { replies: 97 }, 0.97],
    ["who is new has half a record", "record", { approved: 0 }, 0.5],
    ["who was never refused has nearly all of it", "record", { approved: 98 }, 0.99],
    ["who is refused as often as not has half", "record", { approved: 5, rejected: 5 }, 0.5],
    ["a strike halves it", "record", { approved: 0, strikes: 1 }, 0.25],
  ] as const)("%s", (_, part, seen, value) => {
    const found = partsOf({ ...PLAIN, ...seen })[part];
    if (value === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(value, 10);
  });
});

describe("the rank", () => {
  test("is the mean of the parts by their weights", () => {
    expect(rank({})).toBeCloseTo((2 * 1 + 2 * 1 + 3 * 0.9 + 2 * 0.5 + 1 * 0.9) / 10, 10);
  });

  test("leaves out what is not known, and takes it neither for nor against a comment", () => {
    expect(rank({ highestScore: null })).toBeCloseTo((2 * 1 + 2 * 1 + 2 * 0.5 + 1 * 0.9) / 7, 10);
  });

  test("goes by one part alone where the owner wants that", () => {
    const only = { length: 0, readability: 0, civility: 0, replies: 5, record: 0 };
    expect(rank({ replies: 9 }, only)).toBeCloseTo(0.75, 10);
  });

  test("is 0 for all where nothing weighs anything", () => {
    expect(rank({}, { length: 0, readability: 0, civility: 0, replies: 0, record: 0 })).toBe(0);
  });

  test.each([
    ["civil before rude", {}, { highestScore: 0.7 }],
    ["answered before unanswered", {}, { replies: 0 }],
    ["plain before hard to read", {}, { lix: 70 }],
    ["a paragraph before a remark", {}, { words: 12 }],
  ])("puts %s", (_, better, worse) => {
    expect(rank(better)).toBeGreaterThan(rank(worse));
  });
});

describe("readability", () => {
  test.each([
    ["no words", "… !!! 123abc?".replace("123abc", ""), { words: 0, lix: 0 }],
    ["short sentences of short words", "I see it. You do not. It is so.", { words: 9, lix: 3 }],
    ["one long word of five in one sentence", "The government closes old roads", { words: 5, lix: 25 }],
    ["German", "Die Brücke bleibt zu. Wir warten.", { words: 6, lix: 3 }],
    ["lines without full stops as sentences", "First line\nSecond line\nThird line", { words: 6, lix: 2 }],
    ["letters beyond the first plane", "𝒷𝓇𝒾𝒹𝑔𝑒 closed", { words: 2, lix: 2 }],
  ])("of %s", (_, text, found) => {
    expect(readability(text)).toEqual(found);
  });
});
