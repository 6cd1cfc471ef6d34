import { beforeAll, expect, test } from "@jest/globals";
import { bringWords } from "../../admin/language/bring-words.ts";
import { startLanguage } from "../../admin/language/language.ts";
import { differences } from "../../admin/word-lists/differences.ts";
import { doubtsAbout, isHarmless } from "../../admin/word-lists/doubts.ts";
import { meaningOf } from "../../admin/word-lists/meaning.ts";
import { en } from "../../admin/word-lists/words.en.ts";

beforeAll(async () => {
  await startLanguage("en");
  bringWords("wordLists", en);
});

test.each([
  ["idiot", /^The word “idiot” as a whole/],
  ["idiot*", /^Every word that begins with “idiot”/],
  ["*wit", /^Every word that ends with “wit”/],
  ["*trottel*", /^Every word that has “trottel”/],
  ["you idiot", /one after another/],
  ["you idiot*", /one after another.*begins with “idiot”/],
  ["f*", /stands for hidden letters/],
  ["f*ck", /stands for hidden letters/],
])("what %j stands for is said in a sentence", (entry, said) => {
  expect(meaningOf(entry)).toMatch(said);
});

const sums = (caught: number, approved: number, refused: number, published: number) => ({
  caught,
  approved,
  refused,
  published,
});
const tried = (of: ReturnType<typeof sums>, comments = 2_000) => ({
  ...of,
  comments,
  since: null,
  entries: [],
  forms: [],
  examples: [],
  already: [],
});

test.each([
  ["nothing where it caught nothing", sums(0, 0, 0, 0), []],
  ["nothing where people rejected most", sums(9, 2, 7, 2), []],
  ["that people approve it", sums(9, 3, 2, 5), [/approved 3 of the 5/]],
  ["that it is public and nobody minded", sums(10, 0, 0, 9), [/9 of 10 are public/]],
  ["nothing of what is public where somebody rejected one", sums(10, 0, 1, 9), []],
  ["how often it stands", sums(100, 0, 5, 20), [/one comment in 20/]],
])("of an entry is said %s", (_, of, said) => {
  const doubts = doubtsAbout(tried(of));
  expect(doubts).toEqual(said.map((words) => expect.stringMatching(words)));
  expect(isHarmless(of)).toBe(said.some((words) => !/one comment/.test(String(words))));
});

test("what differs between two states of a list is told by entry", () => {
  const { added, removed } = differences(["a", "b"], ["b", "c"]);
  expect([[...added], removed]).toEqual([["c"], ["a"]]);
});
