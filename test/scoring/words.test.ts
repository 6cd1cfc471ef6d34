import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { listWords } from "../../server/scoring/local/train/list-words.ts";
import { vocabularyPath } from "../../server/scoring/local/vocabulary.ts";

test("words.bin is what npm run words makes of words.txt and the lexicon", () => {
  expect(listWords().equals(readFileSync(vocabularyPath()))).toBe(true);
});
