import { describe, expect, test } from "@jest/globals";
import { distance, isAlike } from "../../server/search/alike.ts";
import { readAsked } from "../../server/search/asked.ts";
import { marksOf } from "../../server/search/words.ts";

describe("what somebody asks for", () => {
  const wanted = (q: string) => readAsked(q).words.flatMap(({ word, without }) => (without ? [] : [word]));

  test.each<[string, string[], string]>([
    ["Bridge", ["bridge"], '"bridge"'],
    ['"new bridge" toll', ["new", "bridge", "toll"], '"new bridge" "toll"'],
    ["bridge OR ferry", ["bridge", "ferry"], '"bridge" or "ferry"'],
    ['"or" bridge', ["or", "bridge"], '"or" "bridge"'],
    ["bridge -toll", ["bridge"], '"bridge" -"toll"'],
    ['bridge -"toll road"', ["bridge"], '"bridge" -"toll road"'],
    ["well-known", ["well", "known"], '"well known"'],
    ["don't", ["don", "t"], '"don t"'],
    ["Größe 12 £", ["größe", "12"], '"größe" "12"'],
    ['"never closed', ["never", "closed"], '"never closed"'],
    ["bridge -bridge", ["bridge"], '"bridge" -"bridge"'],
    ["'a' & !b:* | (c", ["a", "b", "c"], '"a" "b" "c"'],
    ["?!", [], ""],
  ])("%s is the words %j, for PostgreSQL %s", (q, words, websearch) => {
    expect(wanted(q)).toEqual(words);
    expect(readAsked(q).websearch).toBe(websearch);
  });

  test("is a part of a word where a star says so", () => {
    expect(readAsked("brid* toll").words.map(({ word, part }) => [word, part])).toEqual([
      ["brid", true],
      ["toll", false],
    ]);
  });
});

describe("words written alike", () => {
  test.each<[string, string, number]>([
    ["bridge", "bridge", 0],
    ["bridge", "brigde", 1],
    ["bridge", "bridges", 1],
    ["ambulance", "ambulence", 1],
    ["ambulance", "amublence", 2],
    ["", "toll", 4],
    ["ca", "abc", 3],
  ])("%s and %s are %d apart, either way", (a, b, apart) => {
    expect(distance(a, b)).toBe(apart);
    expect(distance(b, a)).toBe(apart);
  });

  test("may differ in one place when short, in two when long", () => {
    expect(isAlike("brigde", "bridge")).toBe(true);
    expect(isAlike("word", "bird")).toBe(false);
    expect(isAlike("amublence", "ambulance")).toBe(true);
  });
});

test("words are marked whole, in any case, wherever no letter or digit joins them to others", () => {
  const text = "The Bridge.It 😀 opens; bridges don't.";
  const marks = marksOf(text, new Set(["bridge", "it", "opens", "don"]));
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["Bridge", "It", "opens", "don"]);
});
