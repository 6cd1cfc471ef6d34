import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { bandsOf, isNear, signatureOf } from "../../server/repeats/signature.ts";

const SAID =
  "The council has promised this bridge for twenty years, and every spring we are told that the money went to the new car park instead.";

const near = (one: string, other: string): boolean | null => {
  const [a, b] = [signatureOf(one), signatureOf(other)];
  return a && b && isNear(a, b) && bandsOf("site", a).some((band) => bandsOf("site", b).includes(band));
};

describe("near", () => {
  it.each([
    ["the same", SAID],
    ["in capitals, with other signs", `${SAID.toUpperCase().replace(",", " -")}!!!`],
    ["with look-alikes and letters that are none", SAID.replaceAll("o", "0").replace("bridge", "brіdge")],
    ["with one word changed", SAID.replace("twenty", "thirty")],
    ["with two words changed", SAID.replace("twenty", "thirty").replace("car park", "car wash")],
    ["with a word before and one behind", `Honestly, ${SAID} Shame.`],
    ["with another link", `${SAID} See news-one.example/a`, `${SAID} See other.example/b?c=1`],
  ])("is a text %s", (_, copy, of = SAID) => expect(near(of, copy)).toBe(true));
});

describe("not near", () => {
  it.each([
    [
      "of the same thing in other words",
      "Twenty years of promises about a bridge. Meanwhile our money builds a car park, each spring anew.",
    ],
    [
      "with the same beginning",
      "The council has promised this bridge for longer than I live here. I would rather walk through the river in winter.",
    ],
    [
      "of something else",
      "I watched the match with my daughter and we have never laughed so much about a goalkeeper in our lives.",
    ],
  ])("is a text %s", (_, other) => expect(near(SAID, other)).toBe(false));

  it.each(["Yes!", "Thanks", "I totally agree with you.", "", "🙂🙂🙂", "…".repeat(50), "ha ".repeat(12)])(
    "is what is too short to tell: %s",
    (text) => expect(signatureOf(text)).toBeNull(),
  );
});

test("a text of enough words is always near itself, and has one band for each site", () => {
  const word = fc.stringMatching(/^[a-zäöüß]{1,12}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 40, maxLength: 80 }),
      fc.string({ unit: "grapheme" }),
      (words, more) => {
        const text = `${words.join(" ")} ${more}`;
        expect(near(text, text)).toBe(true);
        expect(signatureOf(text)).toEqual(signatureOf(text));
        const signature = signatureOf(text) as number[];
        expect(bandsOf("one", signature)).not.toEqual(bandsOf("other", signature));
      },
    ),
  );
});
