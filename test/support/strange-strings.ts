import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { scoreText } from "../../server/scoring/local/local.ts";
import { normalise } from "../../server/scoring/local/normalise.ts";
import { createRandom } from "../../server/scoring/local/train/random.ts";

/** The most that the scorer reads, in UTF-16 units. */
export const LONGEST = 20_480;

const random = createRandom(2026);
const below = (n: number): number => Math.floor(random() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const times = (n: number, make: () => string): string => Array.from({ length: n }, make).join("");

/** Any code point of any of the 17 planes, unpaired surrogates too. */
const anyPoint = (): string => String.fromCodePoint(below(17) * 0x10000 + below(0x10000));
const alphabets = [
  [..."abcdefghijklmnopqrstuvwxyz .,!?'"],
  [..."fuckshitass 01345$@!|+*#.-_/:\n\t"],
  [..."аеорсухіѕԁ αβενοτ aeopcyx "],
  [..."ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz "],
  ["👍", "🏽", "🖕", "👨‍👩‍👧", "🇫", "🇨", "❤️", "a", " ", "💩", "\u200d", "\ufe0f"],
  ["\u0300", "\u0489", "\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "e", "o", " ", "\ud83d", "\udc4d"],
  ["ﷺ", "㎧", "ﬃ", "Ǆ", "İ", "ß", "ẞ", "ŉ", "한", "漢", "ع", "ש", "ก", "न", " "],
];
const pieces = [
  "f*ck",
  "s h i t",
  "id\u200biot",
  "http://",
  "www.",
  "@user",
  "a@b.cc",
  "\u0000",
  "NaN",
  "-1/0",
  "1e999",
  "<script>alert(1)</script>",
  "'; drop table users; --",
  "{{7*7}}",
  "%s%n%x",
  "../../etc/passwd",
  "Z̷̨̛̯͍a̴l̵g̶o̷",
  "\u202eevil\u202c",
  "(ノಥ益ಥ)ノ",
  "＊＊＊",
  "🏳️‍🌈",
  "__proto__",
  "constructor",
  "you are a moron",
];

const short = (): string => times(below(24), anyPoint);
const letters = (): string => {
  const alphabet = pick(alphabets);
  return times(below(60), () => pick(alphabet));
};
const mixture = (): string => times(below(6), () => pick([pick(pieces), pick(pick(alphabets)), anyPoint()]));
/** One part repeated to a length. */
export const row = (length: number): string => {
  const part = pick([anyPoint(), pick(pick(alphabets)), pick(pieces)]);
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
};

/**
 * Strings of every plane and kind, the same each time the process starts; every thousandth is a row as long as the scorer reads.
 */
export function* strangeStrings(count: number): Generator<string> {
  for (let i = 0; i < count; i++) {
    if (i % 1_000 === 0) yield row(LONGEST);
    else yield pick([short, letters, letters, mixture, () => row(below(80))])();
  }
}

/** The lists of strings that break programs: the Big List of Naughty Strings, and payloads of cross-site scripting. */
export function hostileStrings(folder: string): string[] {
  const payloads = gunzipSync(readFileSync(join(folder, "xss-payloads.txt.gz"))).toString("utf8");
  return [
    ...(JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) as string[]),
    ...payloads.split("\n"),
  ];
}

/** A text again and again, to the most that the scorer reads. */
export const repeated = (text: string): string =>
  `${text} `.repeat(Math.ceil(LONGEST / (text.length + 1))).slice(0, LONGEST);

/** Steps of the normaliser for one UTF-16 unit, at most, whatever the text. */
const STEPS_A_UNIT = 60;

/** What is wrong with the scorer's answer to a text, or null. */
export function complaint(text: string): string | null {
  const { scores, spans } = scoreText(text);
  for (const [attribute, p] of Object.entries(scores)) if (!(p >= 0 && p <= 1)) return `${attribute} is ${p}`;
  for (const { start, end, score } of spans) {
    if (!(start >= 0 && start < end && end <= text.length)) return `a span from ${start} to ${end}`;
    if (!(score >= 0.5 && score <= 1)) return `a span of ${score}`;
    for (const edge of [start, end])
      if (/[\ud800-\udbff]/.test(text[edge - 1] ?? "") && /[\udc00-\udfff]/.test(text[edge] ?? ""))
        return `a pair cut at ${edge}`;
  }
  const { steps } = normalise(text);
  return steps > STEPS_A_UNIT * (text.length + 8) ? `${steps} steps for ${text.length} units` : null;
}
