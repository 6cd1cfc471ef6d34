import { cuss } from "cuss";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import Sentiment from "sentiment";
import { scoreText } from "../../server/scoring/local/local.ts";
import { contrastExamples } from "../../server/scoring/local/train/contrast.ts";
import { readRows } from "../../server/scoring/local/train/examples.ts";
import { areaUnderCurve } from "../../server/scoring/local/train/metrics.ts";
import { costs, ROUNDS } from "./costs.ts";
import { percentile } from "./measure.ts";
import { type Goal, goalLines } from "./report.ts";

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const ratings: Readonly<Record<string, number>> = cuss;
const sentiment = new Sentiment();
/** Each scores a text: the higher, the worse. */
const SUBJECTS: Record<string, (text: string) => number> = {
  "Replydesk, six scores and words": (text) => scoreText(text).scores.TOXICITY as number,
  obscenity: (text) => matcher.getAllMatches(text).length,
  cuss: (text) =>
    (text.toLowerCase().match(/[a-z']+/g) ?? []).reduce(
      (sum, word) => sum + (Object.hasOwn(ratings, word) ? (ratings[word] as number) : 0),
      0,
    ),
  sentiment: (text) => -sentiment.analyze(text).comparative,
};

/** Real readers' comments where there are any, else sentences of our own. */
function comments(data: string | undefined): string[] {
  if (data !== undefined) return readRows(`${data}/replay`, "news_threads.jsonl.gz").map(({ text }) => text);
  const sentences = contrastExamples(1).train.map(({ text }) => text);
  return Array.from({ length: 1_500 }, (_, i) => sentences.slice(i, i + 1 + (i % 4)).join(" "));
}

function main(data: string | undefined): void {
  const texts = comments(data);
  const long = texts.join(" ").slice(0, 5_000);
  const dev = data === undefined ? [] : readRows(`${data}/dev`, "jigsaw_dev.jsonl.gz");
  const source =
    data === undefined ? "our own sentences (--data DIR for real ones)" : "readers' comments on news";
  console.log(`\nScorers on ${texts.length} ${source}, the least of ${ROUNDS} rounds`);
  console.log(`${"".padEnd(34)}typical µs    p99 µs  5,000 characters ms  AUC of toxic, jigsaw_dev`);
  const goals: Goal[] = [];
  for (const [name, score] of Object.entries(SUBJECTS)) {
    const each = costs(score, texts);
    const typical = percentile(each, 0.5);
    const p99 = percentile(each, 0.99);
    const whole = Math.min(...costs(score, Array<string>(20).fill(long))) / 1e3;
    const auc = areaUnderCurve(
      dev.map(({ text }) => score(text)),
      dev.map(({ toxic }) => toxic as number),
    );
    console.log(
      `${name.padEnd(34)}${typical.toFixed(1).padStart(10)}${p99.toFixed(0).padStart(10)}${whole.toFixed(2).padStart(21)}${(dev.length === 0 ? "–" : auc.toFixed(3)).padStart(27)}`,
    );
    if (goals.length === 0)
      goals.push(
        { what: "typical comment, µs", reached: typical, goal: 50 },
        { what: "p99 comment, µs", reached: p99, goal: 200 },
        { what: "5,000 characters, ms", reached: whole, goal: 1.5 },
      );
  }
  console.log(`\n${goalLines(goals)}`);
}

main(process.argv[2]);
