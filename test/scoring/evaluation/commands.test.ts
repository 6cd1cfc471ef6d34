import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "@jest/globals";
import { packageRoot } from "../../../server/package-root.ts";
import { toRun } from "../../support/program.ts";

const folder = mkdtempSync(join(tmpdir(), "replydesk-evaluate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(
  name: string,
  args: string[],
  input = "",
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...toRun(`server/cli/${name}.ts`), ...args],
    { cwd: packageRoot(), input, encoding: "utf8" },
  );
  return { code: status, out: stdout, err: stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(content) : content);
  return path;
}

const ROWS = [
  { text: "You are a stupid idiot and everyone knows it", toxic: 1 },
  { text: "What a moron, shut up you fool", toxic: 1 },
  { text: "The council meets on Tuesday at seven", toxic: 0 },
  { text: "Thank you, that was a kind answer", toxic: 0 },
];
const lines = ROWS.map((row) => JSON.stringify(row)).join("\n");

test("a packed file of judged texts is evaluated as a table and as a page", () => {
  const page = join(folder, "report.html");
  const { code, out } = command("evaluate", [file("rows.jsonl.gz", lines), "--page", page]);
  expect(code).toBe(0);
  expect(out).toMatch(/4 texts scored by replydesk-local-en/);
  expect(out).toMatch(/TOXICITY\s+4\s+2\s+1\.000/);
  expect(readFileSync(page, "utf8")).toMatch(/<h2>Toxicity<\/h2>[\s\S]*<polyline/);
});

test("a CSV file is scored row by row, whatever its fields hold, and keeps its columns", () => {
  const csv = file("rows.csv", '\ufeffid,text\n1,"You are a ""stupid""\nidiot, you"\n2,Good morning\n');
  const out = join(folder, "scored.csv");
  expect(command("score", ["--file", csv, "--out", out]).code).toBe(0);
  const [head, ...rows] = readFileSync(out, "utf8").split("\n");
  expect(head).toBe("id,text,TOXICITY,SEVERE_TOXICITY,INSULT,PROFANITY,THREAT,IDENTITY_ATTACK");
  expect(rows[0]).toBe('1,"You are a ""stupid""');
  expect(Number(rows[1]?.split(",")[2])).toBeGreaterThan(0.5);
  expect(Number(rows[2]?.split(",")[2])).toBeLessThan(0.2);
});

test("how often a language is told right is counted by language and length; English that nothing is said of is right", () => {
  const texts = [
    ["de", "Das ist doch völliger Unsinn, was der Minister da erzählt."],
    ["de", "Genau!"],
    ["fr", "Je suis d'accord avec vous, ce pont est une catastrophe."],
    ["en", "The council meets on Tuesday at seven"],
    ["en", "Morning!"],
    ["sv", "Das ist doch völliger Unsinn, was der Minister da erzählt."],
  ];
  const rows = texts.map(([language, text]) => JSON.stringify({ language, text })).join("\n");
  const { code, out } = command("evaluate", ["--languages", "-"], rows);
  expect(code).toBe(0);
  expect(out).toMatch(/de +2 +1 \(50\.0 %\) +0 \(0\.0 %\) +1 \(50\.0 %\)/);
  expect(out).toMatch(/en +2 +2 \(100\.0 %\)/);
  expect(out).toMatch(/sv +1 +0 \(0\.0 %\) +1 \(100\.0 %\)/);
  expect(out).toMatch(/up to 19 letters +1 +0 \(0\.0 %\) +0 \(0\.0 %\) +1 \(100\.0 %\)/);
  expect(command("evaluate", ["--languages", "-"], '{"text":"a"}').err).toContain("Line 1 has no language");
});

test("standard input is scored as JSON lines", () => {
  const { code, out } = command("score", ["--file", "-"], lines);
  const scored = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(scored.map(({ text }) => text)).toEqual(ROWS.map(({ text }) => text));
  expect(scored[0].scores.INSULT).toBeGreaterThan(0.5);
  expect(scored[0].spans.length).toBeGreaterThan(0);
});

test.each([
  ["score", ["--file", "missing.jsonl"], "", /missing\.jsonl cannot be read: there is no such file/],
  ["score", ["--file", "-"], '{"text":"a"}\nnot json', /Line 2 is not JSON/],
  ["score", ["--file", "-"], '{"words":"a"}', /Line 1 has no text\. Name the field with --text/],
  ["evaluate", ["-"], '{"text":"a"}', /has no labels to compare with/],
  [
    "evaluate",
    ["-", "--scorer", "oracle"],
    "",
    /No scorer is called "oracle"\. Configured are: (semantic, )?local/,
  ],
] as const)("%s %j with %j says what is wrong", (name, args, input, sentence) => {
  const { code, err } = command(name, [...args], input);
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/ at .*\.ts/);
});
