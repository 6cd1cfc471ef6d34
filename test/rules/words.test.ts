import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findWords, wordsUsed } from "../../server/rules/words.ts";

const found = (text: string, words: string[]): string[] =>
  findWords(text, words).map(({ start, end }) => text.slice(start, end));

describe("a banned word is found", () => {
  test.each<[string, string, string[]]>([
    ["as it is", "what a numpty you are", ["numpty"]],
    ["in capitals", "NUMPTY!", ["NUMPTY"]],
    ["between signs", "(numpty), numpty.", ["numpty", "numpty"]],
    ["with letters that only look alike", "num\u0440ty", ["num\u0440ty"]],
    ["with figures for letters", "numb3r numpt1", []],
    ["with zero-width characters in it", "num\u200bp\u200dty", ["num\u200bp\u200dty"]],
    ["wide", "\uff4e\uff55\uff4d\uff50\uff54\uff59", ["\uff4e\uff55\uff4d\uff50\uff54\uff59"]],
    ["with accents", "nümpty", ["nümpty"]],
    ["spaced out", "n u m p t y", ["n u m p t y"]],
    ["with stretched letters", "nuuuuumpty", ["nuuuuumpty"]],
  ])("%s: %j", (_, text, expected) => {
    expect(found(text, ["numpty"])).toEqual(expected);
  });

  test("and double letters count where nothing is stretched", () => {
    expect(found("an ass, asss, as good as it gets, bobb, booob", ["ass", "bob"])).toEqual([
      "ass",
      "asss",
      "booob",
    ]);
  });

  test("but not inside another word", () => {
    expect(found("Scunthorpe numptyish assassin", ["numpty", "ass", "cunt"])).toEqual([]);
  });

  test("as a phrase, with anything but words between", () => {
    expect(found("You FAKE,  news! fake good news", ["fake news"])).toEqual(["FAKE,  news"]);
  });

  test("each of several", () => {
    expect(found("one two three", ["three", "one"])).toEqual(["one", "three"]);
  });
});

test("no words and no text find nothing", () => {
  expect(findWords("anything", [])).toEqual([]);
  expect(findWords("", ["a"])).toEqual([]);
  expect(findWords("anything", ["", "  ", "!!"])).toEqual([]);
});

test("marks lie within the text, whatever text and words are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.string(), { maxLength: 3 }), (text, words) => {
      for (const { start, end } of findWords(`${text} numpty ${text}`, [...words, "numpty"])) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length * 2 + 8);
      }
    }),
  );
});

test("a list finds what each of its words finds, whichever of list and text is longer", () => {
  const word = fc.constantFrom("numpty", "ass", "bob", "good as gold", "as", "golden", "xyzzy", "good");
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.uniqueArray(word, { minLength: 1 }),
      (written, listed) => {
        const text = written.join(" ");
        const places = ({ start, end }: { start: number; end: number }): string => `${start}-${end}`;
        const alone = listed.flatMap((one) => findWords(text, [one]).map(places));
        expect(findWords(text, listed).map(places).sort()).toEqual(alone.sort());
        expect(wordsUsed(text, listed).sort()).toEqual(
          listed.filter((one) => findWords(text, [one]).length > 0).sort(),
        );
      },
    ),
  );
});

describe("an asterisk stands for any letters at that end of a word", () => {
  test.each<[string, string, string[]]>([
    ["numpt*", "numpty numpties numpt renumpt", ["numpty", "numpties", "numpt"]],
    ["*numpty", "meganumpty numpty numptyish", ["meganumpty", "numpty"]],
    ["*numpt*", "meganumpties, not bump", ["meganumpties"]],
    [
      "numpt*",
      "N\u00dcMPTIES num\u200bpties nuuuumpties",
      ["N\u00dcMPTIES", "num\u200bpties", "nuuuumpties"],
    ],
    ["you numpt*", "you numpties! numpties", ["you numpties"]],
    ["numpt* people", "numpties people", ["numpties people"]],
    ["nu*", "number nut", []],
    ["*", "anything * at all", []],
  ])("%s in %j", (entry, text, expected) => {
    expect(found(text, [entry])).toEqual(expected);
  });

  test("and many entries find what a plain search of each word finds", () => {
    const word = fc.constantFrom("numpty", "numptyish", "meganumpty", "bob", "bobbing", "good", "goodness");
    const stem = fc.constantFrom("numpty", "num", "bob", "good", "ness", "pty", "mega");
    const entry = fc.tuple(fc.constantFrom("", "*"), stem, fc.constantFrom("", "*"));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.uniqueArray(entry, { minLength: 1, maxLength: 12, selector: String }),
        (written, listed) => {
          const text = written.join(" ");
          const naive = listed.flatMap(([before, said, after]) => {
            const like = new RegExp(`^${before && ".*"}${said}${after && ".*"}$`);
            return written.filter((one) => like.test(one));
          });
          const entries = listed.map((parts) => parts.join(""));
          expect(found(text, entries).sort()).toEqual(naive.sort());
        },
      ),
    );
  });

  test("also where many stems begin, end or stand in one another", () => {
    const made = (min: number, max: number) =>
      fc
        .array(fc.constantFrom("bo", "na", "ti"), { minLength: min, maxLength: max })
        .map((parts) => parts.join(""));
    const cut = fc
      .tuple(made(2, 5), fc.boolean(), fc.boolean())
      .map(([said, first, last]) => said.slice(Number(first), said.length - Number(last)))
      .filter((said) => said.length >= 3);
    const entry = fc.tuple(fc.constantFrom("", "*"), cut, fc.constantFrom("", "*"));
    fc.assert(
      fc.property(
        fc.array(made(2, 9), { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(entry, { minLength: 20, maxLength: 45, selector: String }),
        (written, listed) => {
          const text = written.join(" ");
          const naive = listed.flatMap(([before, said, after]) => {
            const like = new RegExp(`^${before && ".*"}${said}${after && ".*"}$`);
            return written.filter((one) => like.test(one));
          });
          expect(
            found(
              text,
              listed.map((parts) => parts.join("")),
            ).sort(),
          ).toEqual(naive.sort());
        },
      ),
    );
  });

  test("and a word that very many open entries meet is marked by fifty of them", () => {
    const word = "botina".repeat(20);
    const entries = Array.from({ length: 100 }, (_, i) => `${word.slice(0, 3 + i)}*`);
    expect(findWords(word, entries)).toHaveLength(50);
    expect(findWords(`good ${word} ${word}`, ["good", ...entries])).toHaveLength(101);
  });
});
