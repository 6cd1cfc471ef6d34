import { join } from "node:path";
import { scoreText } from "../../server/scoring/local/local.ts";
import {
  complaint,
  hostileStrings,
  LONGEST,
  repeated,
  row,
  strangeStrings,
} from "../support/strange-strings.ts";
import { costs } from "./costs.ts";
import { percentile } from "./measure.ts";
import { goalLines } from "./report.ts";

const STRANGE = 100_000;

/** How many of these are answered wrongly; the first few are shown. */
function wrongAnswers(texts: Iterable<string>): number {
  let wrong = 0;
  for (const text of texts) {
    const what = complaint(text);
    if (what === null) continue;
    if (wrong++ < 5) console.log(`${what}: ${JSON.stringify(text.slice(0, 80))}`);
  }
  return wrong;
}

/** Ten times the text, times the time. */
function growth(): number[] {
  return Array.from({ length: 60 }, () => {
    const text = row(LONGEST);
    const [tenth, whole] = costs(scoreText, [text.slice(0, LONGEST / 10), text]) as [number, number];
    return whole / tenth;
  });
}

const data = process.argv[2];
const hostile = data === undefined ? [] : hostileStrings(join(data, "hostile"));
const wrong =
  wrongAnswers(strangeStrings(STRANGE)) + wrongAnswers(hostile) + wrongAnswers(hostile.map(repeated));
const count = STRANGE + 2 * hostile.length;
console.log(
  `\n${goalLines([
    { what: `wrong answers to ${count.toLocaleString("en")} strange strings`, reached: wrong, goal: 0 },
    {
      what: "ten times the length, times the time, median row",
      reached: percentile(growth(), 0.5),
      goal: 12,
    },
  ])}`,
);
if (wrong > 0) process.exitCode = 1;
