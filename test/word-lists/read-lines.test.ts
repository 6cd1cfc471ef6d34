import { expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { MAX_ENTRIES, PROBLEMS_TOLD } from "../../server/word-lists/definition.ts";
import { readLines } from "../../server/word-lists/read-lines.ts";
import { eachLine } from "../../server/word-lists/split-lines.ts";

const told = async (text: string, format?: "text" | "csv"): Promise<string[]> =>
  (await readLines(text, format)).problems.map(({ level, code, line, of }) =>
    [level, code, line, ...(of === null ? [] : [of])].join(" "),
  );

test("entries are read one a line, empty lines and spare space left out", async () => {
  const { entries, errors, warnings } = await readLines(
    "\ufeff numpty \r\n\r\nyou  absolute\tmuppet\n*wit\r\n",
  );
  expect(entries).toEqual(["numpty", "you absolute muppet", "*wit"]);
  expect([errors, warnings]).toEqual([0, 0]);
});

test.each([
  ["what is too long", `numpty\n${"x".repeat(201)}`, ["error too-long 2"]],
  [
    "a phrase of too many words",
    "come and see how many words a phrase of this list takes today",
    ["error too-many-words 1"],
  ],
  ["signs that nobody sees", "num\u202epty\n\u0007", ["error unreadable 1", "error unreadable 2"]],
  ["a broken encoding", "tr\ufffdttel", ["error unreadable 1"]],
  ["what is no word", "!!!\n—", ["error no-word 1", "error no-word 2"]],
  [
    "the same word twice, also disguised",
    "numpty\n\nNumpty\nmuppet\nnump7y",
    ["warning duplicate 3 1", "warning duplicate 5 1"],
  ],
  ["several words in a line", "numpty, muppet", ["warning several 1"]],
  ["an asterisk with too little beside it", "f*", ["warning masked 1"]],
  ["a word of two letters", "ab", ["warning short 1"]],
])("of a list it is said where there is %s", async (_, text, problems) => {
  expect(await told(text)).toEqual(problems);
});

test("letters that join are part of a word", async () => {
  expect(await told("می\u200cخواهم")).toEqual([]);
});

test("what says the same is kept once, as it was first written", async () => {
  expect((await readLines("Numpty\nnumpty\nnumpty*")).entries).toEqual(["Numpty", "numpty*"]);
});

test("of a CSV file the first column is read, past its heading, quoted or not, and a broken one is refused with its line", async () => {
  const { entries, errors } = await readLines(
    '\ufeffentry;note\r\n"you, there";x\r\n*wit;"a ""quote"""\r\n',
    "csv",
  );
  expect([entries, errors]).toEqual([["you, there", "*wit"], 0]);
  expect(await told('numpty\n"muppet\ntwit', "csv")).toEqual(["error unreadable 3"]);
});

const linesRead = async (text: string, format: "text" | "csv"): Promise<string[]> => {
  const lines: string[] = [];
  await eachLine(text, format, (line) => lines.push(line.text));
  return lines;
};

test("a CSV file is read in pieces as it would be as a whole, wherever they are cut", async () => {
  const field = fc.string({ unit: "grapheme", maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(field, { minLength: 1, maxLength: 12 }), async (fields) => {
      const rows = Array.from({ length: 12 }, (_, i) =>
        fields.map((one) => `"${`${one}${i}ü`.replaceAll('"', '""')}";x`),
      ).flat();
      const whole = parse(rows.join("\n"), { delimiter: ";" }) as [string, string][];
      const tidy = (one: string) => one.replace(/[^\S\u2028\u2029]+/gu, " ").trim();
      expect(await linesRead(rows.join("\n"), "csv")).toEqual(whole.map(([first]) => tidy(first)));
    }),
    { numRuns: 30 },
  );
});

test.each(["text", "csv"] as const)(
  "others have their turn while a long list is split (%s)",
  async (format) => {
    let turns = 0;
    let reading = true;
    const turn = (): void => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    await eachLine("numpty;x\n".repeat(20_000), format, () => {});
    reading = false;
    expect(turns).toBeGreaterThan(1);
  },
);

test("of very many problems a hundred are told and all are counted", async () => {
  const { entries, warnings, problems } = await readLines("numpty\n".repeat(5_000), "csv");
  expect([entries, warnings, problems.length]).toEqual([["numpty"], 4_999, PROBLEMS_TOLD]);
});

/** Words that are read as they are written, each another: no letter stands twice in a row. */
const word = (i: number): string =>
  [...i.toString(12)]
    .map((digit) => "bcdfghkmnprt"[Number.parseInt(digit, 12)])
    .join("a")
    .concat("e");

test("a list of too many entries, or of too many that begin alike, is refused with the first line that is too much", async () => {
  const wrong = async (lines: string[]) =>
    (await readLines(lines.join("\n"))).problems.filter(({ level }) => level === "error");
  const [many, ...more] = await wrong(Array.from({ length: MAX_ENTRIES + 100 }, (_, i) => word(i)));
  expect([many?.code, more]).toEqual(["too-many", []]);
  expect(many?.line).toBeGreaterThan(MAX_ENTRIES);
  const alike = await wrong(Array.from({ length: 550 }, (_, i) => `numpty ${word(i)}`));
  expect(new Set(alike.map(({ code }) => code))).toEqual(new Set(["too-alike"]));
  expect(alike[0]?.line).toBeGreaterThan(500);
});

test("whatever the text, every line is an entry, empty, or told, and problems have bounds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", maxLength: 30 }), { maxLength: 150 }),
      async (lines) => {
        const text = lines.map((line) => line.replace(/[\r\n]/g, "")).join("\n");
        const { entries, errors, problems } = await readLines(text);
        const dropped = problems.filter(({ level, code }) => level === "error" || code === "duplicate");
        const filled = text
          .replace(/^\ufeff/, "")
          .split("\n")
          .filter((line) => line.replace(/[^\S\u2028\u2029]+/gu, " ").trim() !== "");
        if (problems.length < PROBLEMS_TOLD) expect(entries.length + dropped.length).toBe(filled.length);
        expect(problems.length).toBeLessThanOrEqual(PROBLEMS_TOLD);
        expect(errors).toBeGreaterThanOrEqual(problems.filter(({ level }) => level === "error").length);
      },
    ),
    { numRuns: 60 },
  );
});
