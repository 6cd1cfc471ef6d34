import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { scoreText } from "../scoring/local/local.ts";
import { ATTRIBUTES, type Scored } from "../scoring/scorer.ts";

const USAGE = `Usage: npm run score -- "text" [--json]
Without a text, reads standard input. Scores with the embedded model; nothing leaves this machine.`;

const WIDTH = 30;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const coloured = process.stdout.isTTY === true && process.stdout.hasColors();
const paint = (code: string, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
const tint = (score: number): string => (score >= 0.8 ? "31" : score >= 0.5 ? "33" : "32");

function bar(score: number): string {
  const eighths = Math.round(score * WIDTH * 8);
  const drawn = "█".repeat(eighths >> 3) + (EIGHTHS[eighths & 7] as string);
  return paint(tint(score), drawn) + paint("2", "·".repeat(Math.max(0, WIDTH - drawn.length)));
}

const label = (attribute: string): string => attribute.toLowerCase().replace("_", " ");

/** The text with every driving word marked, and control characters made visible. */
function marked(text: string, answer: Scored): string {
  const strength = new Float64Array(text.length);
  for (const span of answer.spans)
    for (let i = span.start; i < span.end; i++) strength[i] = Math.max(strength[i] as number, span.score);
  let out = "";
  for (let i = 0; i < text.length; ) {
    const on = (strength[i] as number) > 0;
    let j = i;
    while (j < text.length && (strength[j] as number) > 0 === on) j++;
    const part = text.slice(i, j).replace(/\p{Cc}/gu, " ");
    out += on ? (coloured ? paint("1;4;31", part) : `[${part}]`) : part;
    i = j;
  }
  return out;
}

function drivers(text: string, answer: Scored, attribute: string): string {
  const words = new Set<string>();
  for (const span of answer.spans)
    if (span.attribute === attribute) words.add(text.slice(span.start, span.end).replace(/\p{Cc}/gu, " "));
  return [...words].join(", ");
}

function report(text: string, answer: Scored, took: number): string {
  const lines = ["", `  ${marked(text.length > 600 ? `${text.slice(0, 600)}…` : text, answer)}`, ""];
  for (const attribute of ATTRIBUTES) {
    const score = answer.scores[attribute] ?? 0;
    const percent = `${(score * 100).toFixed(0)} %`.padStart(6);
    lines.push(
      `  ${label(attribute).padEnd(16)} ${bar(score)} ${percent}   ${paint("2", drivers(text, answer, attribute))}`.trimEnd(),
    );
  }
  lines.push("", paint("2", `  ${answer.model} ${answer.version}, ${took.toFixed(2)} ms`), "");
  return lines.join("\n");
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help || (positionals.length === 0 && process.stdin.isTTY)) {
    console.log(USAGE);
    return;
  }
  const text = positionals.length > 0 ? positionals.join(" ") : readFileSync(0, "utf8").trimEnd();
  scoreText(text);
  const began = performance.now();
  const answer = scoreText(text);
  const took = performance.now() - began;
  console.log(values.json ? JSON.stringify(answer, null, 2) : report(text, answer, took));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
