import { ATTRIBUTES, type Scored } from "../scoring/scorer.ts";

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

/** A score as a terminal shows it: the text with what drove it marked, a bar for each attribute. `took` is in ms. */
export function showScore(text: string, answer: Scored, took: number): string {
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
