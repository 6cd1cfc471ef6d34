import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import i18next from "i18next";
import { z } from "zod";
import { de } from "../../admin/app/words.de.ts";
import { en } from "../../admin/app/words.en.ts";
import { startLanguage } from "../../admin/language/language.ts";
import { SENTENCES } from "../../admin/server-words/de.ts";
import { zodOwn } from "../../admin/server-words/fields.de.ts";
import { HOLE, saidHere } from "../../admin/server-words/said.ts";
import { STATUS_OF } from "../../server/errors.ts";
import { ATTRIBUTES } from "../../server/scoring/scorer.ts";
import { serverSentences, serverTexts } from "../support/server-sentences.ts";

beforeAll(() => startLanguage("de"));
afterAll(() => i18next.changeLanguage("en"));

it.each([
  ["English", en],
  ["German", de],
])("every code of a problem has words in %s", (_, { problem }) => {
  expect(Object.keys(problem.code).sort()).toEqual(Object.keys(STATUS_OF).sort());
});

describe("what the server says, in German", () => {
  const bare = (sentence: string): string => sentence.replace(HOLE, "{}");
  const known = new Set(Object.keys(SENTENCES).map(bare));

  it("has every sentence that the server's source can say at the desk", () => {
    const lacking = serverSentences().filter(({ words }) => !known.has(words));
    expect(lacking.map(({ file, words }) => `${file}: ${words}`)).toEqual([]);
  });

  it("has none that the server does not say", () => {
    const attributes = ATTRIBUTES.map((name) => name.toLowerCase().replaceAll("_", " "));
    const texts = new Set([...serverTexts().map(({ words }) => words), ...attributes]);
    const ours = Object.keys(SENTENCES).filter((sentence) => !(sentence in zodOwn));
    expect(ours.filter((sentence) => !texts.has(bare(sentence)))).toEqual([]);
  });

  it("fills in nothing that the English does not", () => {
    const holes = (words: string): Set<string> => new Set(words.match(HOLE));
    const strange = Object.entries(SENTENCES).filter(([english, german]) =>
      [...holes(german)].some((hole) => !holes(english).has(hole)),
    );
    expect(strange).toEqual([]);
  });

  it.each([
    ["There is no such comment.", "Diesen Kommentar gibt es nicht."],
    [
      "Ana Maria decided this comment meanwhile; it is approved now. Look again before you decide.",
      "Ana Maria war schneller: Der Kommentar ist jetzt freigegeben. Sehen Sie noch einmal hin, bevor Sie entscheiden.",
    ],
    [
      'The scorer "own" failed several times in a row and is left alone for half a minute. The scorer "own" could not be reached. The host name does not exist.',
      "Der Bewerter „own“ hat mehrmals nacheinander nicht geantwortet und wird eine halbe Minute lang nicht gefragt. Der Bewerter „own“ war nicht zu erreichen. Den Namen des Rechners gibt es nicht.",
    ],
    [
      "Line 3: there is no word in it. 12 more lines are wrong. Nothing was saved.",
      "Zeile 3: Darin ist kein Wort. 12 weitere Zeilen stimmen nicht. Nichts wurde gespeichert.",
    ],
    ["It says the same as “(a+)+ $& {name}”.", "Sie sagt dasselbe wie „(a+)+ $& {name}“."],
    ["What nobody has put into German.", null],
  ])("%s", (english, german) => {
    expect(saidHere(english)).toBe(german);
  });

  it.each([
    z.string().min(2).safeParse("x"),
    z.string().max(2).safeParse("long"),
    z.number().min(2).safeParse(1),
    z.number().max(2).safeParse(3),
    z.array(z.string()).min(1).safeParse([]),
    z.array(z.string()).max(1).safeParse(["a", "b"]),
    z.string().safeParse(undefined),
  ])("has what zod says of itself: %#", ({ error }) => {
    expect(saidHere(error?.issues[0]?.message ?? "")).not.toBeNull();
  });
});
