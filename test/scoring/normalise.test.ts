import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { LONGEST_TEXT } from "../../server/scoring/local/fold.ts";
import { normalise } from "../../server/scoring/local/normalise.ts";

interface Read {
  word: string;
  drawn: string;
  start: number;
  end: number;
}

function read(text: string): Read[] {
  const tokens = normalise(text);
  return Array.from({ length: tokens.count }, (_, t) => ({
    word: String.fromCharCode(...tokens.units.subarray(tokens.from[t], tokens.to[t])),
    drawn: text.slice(tokens.start[t], tokens.end[t]),
    start: tokens.start[t] as number,
    end: tokens.end[t] as number,
  }));
}
const words = (text: string): string =>
  read(text)
    .map((token) => token.word)
    .join(" ");

// Strings dense in what the normaliser treats specially, next to fast-check's own.
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."aAiIfuck0134@$!|+*#.-_ '/:\n",
        "\u200b",
        "\u0301",
        "а",
        "о",
        "ſ",
        "ﷺ",
        "🇫",
        "🏽",
        "👍",
        "\ud83d",
        "http://",
        "www.",
        "f*ck",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(
  tricky,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

describe("the normaliser", () => {
  test.each([
    ["You idi0t", "you idiot"],
    ["sh1t a$$hole b!tch", "shit asshole bitch"],
    ["m0r0n, ki11 him", "moron kill him"],
    ["f.u.c.k you", "fuck you"],
    ["you are a f u c k i n g i d i o t", "you are a fucking idiot"],
    ["F-U-C-K  Y O U", "fuck you"],
    ["уоu аrе а mоrоn", "you are a moron"],
    ["i\u200bd\u00adi\u2060o\ufefft", "idiot"],
    ["i̶d̶i̶ó̶t", "idiot"],
    ["ＦＵＣＫ 𝖋𝖚𝖈𝖐 Ⓘⓓⓘⓞⓣ 🇫🇺🇨🇰", "fuck fuck idiot fuck"],
    ["f*ck f**k f*** sh.t f#cking", "fuck fuck fuck shit fucking"],
    ["fuuuuck, stuuuupid, niiice, sooo", "fuck stupid nice so"],
    ["fu ck you, bit.ch", "fuck you bitch"],
    ["fck this, fuk that", "fuck this fuck that"],
    ["hyp0cr1t3, $tup1d 1d10t5, h473 p1$$", "hypocrite stupid idiots hate piss"],
    ["i h*t* u, r*c*st, m*r*n*c", "i hate u racist moronic"],
    ["id$ot, bit%h, f**ing, f$ck....you", "idiot bitch fucking fuck you"],
    ["I h.a.t.e you", "i hate you"],
    ["pat hetic, mo ro nic", "pathetic moronic"],
    ["phuck, azzhole, byatch, racyst, phaggot", "fuck asshole bitch racist faggot"],
    ["bicth, idoit, mroon, stpuid", "bitch idiot moron stupid"],
    ["ʇoᴉpᴉ ʞɔnɟ", "idiot fuck"],
    ["🅸🅳🅸🅾🆃 🅵🆄🅲🅺", "idiot fuck"],
    ["🖕 you, 🐷🐷", "fuck you pig pig"],
    ["f🤬ck, sh💩t", "fuck shit"],
    ["ѕсum of thе еаrth, а і", "scum of the earth a i"],
  ])("reads %j as %j", (text, expected) => expect(words(text)).toBe(expected));

  test.each([
    ["Scunthorpe Essex cockpit assess", "scunthorpe essex cockpit assess"],
    ["I have 4 dogs, the 2nd and 3rd", "i have 0 dogs the 2nd and 3rd"],
    ["covid19 mp3 A55 G20", "covid19 mp3 a55 g20"],
    ["see https://example.com/fuck?x=1 now", "see xurl now"],
    ["dig a hole, who re-elected him, push it", "dig a hole who re elected him push it"],
    ["U.S. policy, J. R. R. Tolkien", "u s policy j r r tolkien"],
    ["a well-known t-shirt", "a well known t shirt"],
    ["an Al Gore speech", "an al gore speech"],
    ["don't you're it’s", "don't you're it's"],
    ["*stars* _and_ `ticks`", "stars and ticks"],
    ["Niger and Nigeria", "niger and nigeria"],
    ["he'll, she'll, can't, as such, the pen is red", "he'll she'll can't as such the pen is red"],
    ["Это просто текст на русском", "это просто текст на русском"],
    ["Αυτό είναι ένα κείμενο", "αυτο ειναι ενα κειμενο"],
    ["the word рыба means fish", "the word рыба means fish"],
    ["هذا نص عربي 日本語", "هذا نص عربي 日本語"],
    ["re-do, co-op, e.g. on-line, mother-in-law", "re do co op e g on line mother in law"],
    ["a**b and 2*3*4, f(x) = a[i]", "a b and 0 0 0 f x a i"],
    ["/ɹɛd/ ʌ", "ɹed ʌ"],
    ["Model X5, iPhone 12s, H2O, B2B, 100$", "model x5 iphone 12s h2o b2b 0"],
    ["joe.smith@example.com wrote to us", "joe smith example com wrote to us"],
  ])("leaves %j in peace", (text, expected) => expect(words(text)).toBe(expected));

  test("tells where each word stands in the text as it was given", () => {
    const text = "😀 Yo\u0301u f.u.c.k.i.n.g  іdі\u200bоt!!!";
    expect(read(text).map((token) => token.drawn)).toEqual([
      "😀",
      "Yo\u0301u",
      "f.u.c.k.i.n.g",
      "іdі\u200bоt",
      "!!!",
    ]);
  });

  test("never throws, and its places lie in the text, in order, without overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of read(text)) {
          if (start < last || end <= start || end > text.length) return false;
          last = end;
        }
        return true;
      }),
      { numRuns: 1500 },
    );
  });

  test("never cuts a surrogate pair", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const splits = (edge: number): boolean =>
          /[\ud800-\udbff]/.test(text[edge - 1] ?? "") && /[\udc00-\udfff]/.test(text[edge] ?? "");
        return !read(text).some(({ start, end }) => splits(start) || splits(end));
      }),
      { numRuns: 500 },
    );
  });

  test("covers whole words of plain text", () => {
    const plain = fc.array(fc.stringMatching(/^[a-z]{5,12}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(plain, (list) => {
        const text = list.join(", ");
        for (const { start, end } of read(text)) {
          expect(text[start - 1] ?? " ").toBe(" ");
          expect(text[end] ?? ",").toBe(",");
        }
      }),
    );
  });

  const rows = [
    "*",
    "a ",
    "a.",
    "a!",
    "@'*",
    "f u ",
    "a/b.",
    "http",
    "x\u0301",
    "fu*",
    "|!",
    "1a@",
    "- ",
    "ﷺ",
    "🇫",
    "aa-",
    "**a",
  ];
  test.each(rows)("takes steps in proportion to a long row of %j", (part) => {
    const steps = (length: number): number =>
      normalise(part.repeat(Math.ceil(length / part.length)).slice(0, length)).steps;
    const short = steps(2_000);
    expect(short).toBeLessThan(2_000 * 60);
    expect(steps(20_000)).toBeLessThan(short * 12);
  });

  test("takes steps in proportion to any text repeated", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const once = normalise(text.repeat(10)).steps;
        expect(normalise(text.repeat(40)).steps).toBeLessThanOrEqual(once * 6 + 2_000);
      }),
      { numRuns: 300 },
    );
  });

  test("reads no further than its limit, so that 50,000 stars are as quick as 20,480", () => {
    expect(normalise("*".repeat(50_000)).steps).toBe(normalise("*".repeat(LONGEST_TEXT)).steps);
    expect(normalise("a ".repeat(50_000)).steps).toBe(normalise("a ".repeat(LONGEST_TEXT / 2)).steps);
  });
});
