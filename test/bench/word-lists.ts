import { numbers } from "../../server/demo/numbers.ts";
import { emptyList, usesOf, type WordList } from "../../server/rules/words.ts";
import { scoreText } from "../../server/scoring/local/local.ts";
import { contrastExamples } from "../../server/scoring/local/train/contrast.ts";
import { compile } from "../../server/word-lists/compiled.ts";
import { MAX_ENTRIES } from "../../server/word-lists/definition.ts";
import { costs, ROUNDS } from "./costs.ts";
import { percentile } from "./measure.ts";
import { goalLines } from "./report.ts";

const TEXTS = 1_500;
const LONG = 5_000;

/** What looking for a list's entries in a comment takes, by the length of the list, beside scoring the comment. */
export async function benchWordLists(): Promise<void> {
  const sentences = contrastExamples(1).train.map(({ text }) => text);
  const texts = Array.from({ length: TEXTS }, (_, i) => sentences.slice(i, i + 1 + (i % 4)).join(" "));
  const long = texts.join(" ").slice(0, LONG);
  const strange = letters(LONG);
  const full = entries(MAX_ENTRIES, texts);
  const since = performance.now();
  const most = await compile(full);
  const making = performance.now() - since;
  const lists: [string, WordList | null][] = [
    ["no entry", emptyList()],
    ["one entry", await compile(full.slice(0, 1))],
    ["1,000 entries", await compile(full.slice(0, 1_000))],
    ["50,000 entries", most],
    ["30,000 prefixes", await compile(nested((stem) => `${stem}*`))],
    ["30,000 suffixes", await compile(nested((stem) => `*${stem}`))],
    ["30,000 parts", await compile(nested((stem) => `*${stem}*`))],
    ["six scores, for comparison", null],
  ];
  console.log(
    `\nWord lists on ${TEXTS} texts of our own, the least of ${ROUNDS} rounds; ${MAX_ENTRIES} entries are made ready in ${making.toFixed(0)} ms`,
  );
  console.log(`${"".padEnd(28)}typical µs    p99 µs  5,000 characters ms  one word of as many ms`);
  const figures = lists.map(([name, list]) => {
    const look = (text: string) => (list ? usesOf(text, list) : scoreText(text));
    // The last reading of a text is kept: another one in between makes every look read anew.
    const other = "Another text.";
    const fresh = (text: string) => {
      if (text === long || text === strange) look(other);
      return look(text);
    };
    const each = costs(fresh, texts);
    const figure = {
      typical: percentile(each, 0.5),
      p99: percentile(each, 0.99),
      long: Math.min(...costs(fresh, Array<string>(20).fill(long))) / 1e3,
      strange: Math.min(...costs(fresh, [strange])) / 1e3,
    };
    console.log(
      `${name.padEnd(28)}${figure.typical.toFixed(1).padStart(10)}${figure.p99.toFixed(0).padStart(10)}${figure.long.toFixed(2).padStart(21)}${figure.strange.toFixed(2).padStart(24)}`,
    );
    return figure;
  });
  const [, one, , all, ...open] = figures as [Figure, Figure, Figure, Figure, ...Figure[]];
  open.pop();
  const worst = (part: keyof Figure): number => Math.max(...open.map((figure) => figure[part] / one[part]));
  console.log(
    `\n${goalLines([
      { what: "50,000 entries, typical, × one entry", reached: all.typical / one.typical, goal: 1.5 },
      { what: "50,000 entries, p99, × one entry", reached: all.p99 / one.p99, goal: 1.5 },
      { what: "50,000 entries, p99 µs", reached: all.p99, goal: 200 },
      { what: "30,000 open entries, typical, × one entry", reached: worst("typical"), goal: 1.5 },
      { what: "30,000 open entries, p99, × one entry", reached: worst("p99"), goal: 1.5 },
      { what: "30,000 open entries, one word, × one entry", reached: worst("strange"), goal: 1.5 },
    ])}`,
  );
}

/** A word of so many letters, of which stretches are listed. */
const letters = (count: number): string => {
  const next = numbers(11);
  return Array.from({ length: count }, () => "abcd"[Math.floor(next() * 4)]).join("");
};

/** Open entries of one pattern, of every length that there may be, all from one long word. */
function nested(open: (stem: string) => string): string[] {
  const word = letters(30_000 + 200);
  return Array.from({ length: 30_000 }, (_, i) => open(word.slice(i, i + 5 + (i % 194))));
}

interface Figure {
  typical: number;
  p99: number;
  long: number;
  strange: number;
}

/** Made-up entries, of which one in ten is a phrase that begins with a word of the texts, and one in ten is open. */
function entries(count: number, texts: readonly string[]): string[] {
  const next = numbers(7);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const word = () => {
    const length = 4 + Math.floor(next() * 9);
    return Array.from({ length }, () => letters[Math.floor(next() * letters.length)]).join("");
  };
  const common = [...new Set(texts.join(" ").match(/\p{L}{4,}/gu) ?? [])];
  return Array.from({ length: count }, (_, i) => {
    if (i % 10 === 3) return `${common[Math.floor(next() * common.length)]} ${word()}`;
    if (i % 10 === 7) return [`${word()}*`, `*${word()}`, `*${word()}*`][Math.floor(next() * 3)] as string;
    return word();
  });
}
