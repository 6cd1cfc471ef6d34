import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { scoreText } from "../scoring/local/local.ts";
import { scoreFile } from "./score-file.ts";
import { showScore } from "./show-score.ts";

const USAGE = `Usage: npm run score -- "text" [--json]
       npm run score -- --file FILE [--out FILE] [--text FIELD]

Scores with the embedded model; nothing leaves this machine. Without a text, reads one from standard input.

--file scores every row of a file: a JSON object on each line, or CSV with a header (.csv); either may be packed (.gz); "-" is
standard input. The text is in "text", or the field that --text names. Each row comes out with its scores, as JSON lines, or as
CSV where --out ends in .csv.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      file: { type: "string" },
      out: { type: "string" },
      text: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.file !== undefined) return scoreFile(values.file, { out: values.out, field: values.text });
  if (values.help || (positionals.length === 0 && process.stdin.isTTY)) {
    console.log(USAGE);
    return;
  }
  const text = positionals.length > 0 ? positionals.join(" ") : readFileSync(0, "utf8").trimEnd();
  scoreText(text);
  const began = performance.now();
  const answer = scoreText(text);
  const took = performance.now() - began;
  console.log(values.json ? JSON.stringify(answer, null, 2) : showScore(text, answer, took));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
