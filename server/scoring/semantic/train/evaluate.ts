import { join } from "node:path";
import { scoreText } from "../../local/local.ts";
import { MADLIB_TERMS, naturalWeights } from "../../local/train/evaluate.ts";
import { labelsOf, type Row, readRows } from "../../local/train/examples.ts";
import { areaUnderCurve, calibrationError } from "../../local/train/metrics.ts";
import { ATTRIBUTES } from "../../scorer.ts";
import { combine } from "../combine.ts";
import { HEADS, type HeadFile } from "../head.ts";
import { plainReading } from "../plain-reading.ts";
import type { Embedded } from "./embed.ts";
import type { Example } from "./examples.ts";
import { judgeAll } from "./train-head.ts";

/** A set's name, then a figure's name, then its value for tier 1 alone, for the encoder alone, and for both. */
export type Figures = Record<string, Record<string, readonly number[]>>;
export type Embedder = (texts: readonly string[]) => Promise<Embedded>;

/** Probabilities by attribute, in the order of ATTRIBUTES. */
type Scores = number[][];
const WAYS = 3;

/** Texts by tier 1, by the encoder, by both. */
async function scoreAllWays(file: HeadFile, texts: readonly string[], embed: Embedder): Promise<Scores[]> {
  const z = judgeAll(file, await embed(texts));
  const first: Scores = [];
  const second: Scores = [];
  const both: Scores = [];
  texts.forEach((text, i) => {
    const { scores } = scoreText(text);
    const logits = z.subarray(i * HEADS, (i + 1) * HEADS);
    const together = combine(scores, logits);
    first.push(ATTRIBUTES.map((attribute) => scores[attribute] as number));
    second.push(Array.from(logits, (v) => 1 / (1 + Math.exp(-v))));
    both.push(ATTRIBUTES.map((attribute) => together[attribute] as number));
  });
  return [first, second, both];
}

const column = (scores: Scores, k: number): number[] => scores.map((row) => row[k] as number);
const eachWay = (ways: Scores[], figure: (scores: Scores) => number): number[] => ways.map(figure);

function jigsaw(ways: Scores[], rows: readonly Row[]): Record<string, number[]> {
  const labels = rows.map(labelsOf);
  const weights = naturalWeights(labels);
  const truth = (k: number): number[] => labels.map((row) => row[k] as number);
  const auc = (k: number): number[] =>
    eachWay(ways, (scores) => areaUnderCurve(column(scores, k), truth(k), weights));
  const each = ATTRIBUTES.map((_, k) => auc(k));
  return {
    "AUC mean": Array.from(
      { length: WAYS },
      (_, w) => each.reduce((a, one) => a + (one[w] as number), 0) / HEADS,
    ),
    ...Object.fromEntries(ATTRIBUTES.map((attribute, k) => [`AUC ${attribute}`, each[k] as number[]])),
    "ECE TOXICITY": eachWay(ways, (scores) => calibrationError(column(scores, 0), truth(0), weights)),
  };
}

/** Worst and mean over the groups: harmless sentences that name one against toxic ones that do not. */
function madlibs(ways: Scores[], rows: readonly Row[]): Record<string, number[]> {
  const labels = rows.map((row) => row.toxic as number);
  const areas = MADLIB_TERMS.map((term) =>
    rows.map((row) => new RegExp(`\\b${term}\\b`, "iu").test(row.text)),
  )
    .filter((named) => named.filter(Boolean).length >= 50)
    .map((named) => {
      const at = labels.flatMap((label, i) => (named[i] === (label === 0) ? [i] : []));
      const truth = at.map((i) => labels[i] as number);
      return eachWay(ways, (scores) =>
        areaUnderCurve(
          at.map((i) => scores[i]?.[0] as number),
          truth,
        ),
      );
    });
  const over = (figure: (values: number[]) => number): number[] =>
    Array.from({ length: WAYS }, (_, w) => figure(areas.map((area) => area[w] as number)));
  return {
    AUC: eachWay(ways, (scores) => areaUnderCurve(column(scores, 0), labels)),
    "BPSN worst": over((values) => Math.min(...values)),
    "BPSN mean": over((values) => values.reduce((a, b) => a + b, 0) / values.length),
  };
}

/** Every figure of the page. `data` is the folder that holds dev/; the rows of `apart` took no part in training. */
export async function evaluate(
  file: HeadFile,
  data: string,
  apart: Record<string, Example[]>,
  embed: Embedder,
  sets: readonly string[] = ["dev2", "wiki", "madlibs", "apart"],
): Promise<Figures> {
  const read = (name: string): Row[] => readRows(join(data, "dev"), `${name}.jsonl.gz`);
  const score = (rows: readonly { text: string }[]): Promise<Scores[]> =>
    scoreAllWays(
      file,
      rows.map(({ text }) => text),
      embed,
    );
  const figures: Figures = {};
  const dev = read("jigsaw_dev");
  figures.jigsaw_dev = jigsaw(await score(dev), dev);
  if (sets.includes("dev2")) {
    const rows = read("jigsaw_dev2");
    figures.jigsaw_dev2 = jigsaw(await score(rows), rows);
  }
  if (sets.includes("wiki")) {
    const rows = read("wiki_natural_with_perspective");
    const ways = await score(rows);
    const against = (labels: number[]): number[] =>
      eachWay(ways, (scores) => areaUnderCurve(column(scores, 0), labels));
    figures.wiki_natural_with_perspective = {
      "AUC against people": against(rows.map((row) => row.toxic as number)),
      "AUC against Perspective >= .7": against(rows.map((row) => Number((row.perspective as number) >= 0.7))),
      "share >= .5": eachWay(
        ways,
        (scores) => column(scores, 0).filter((v) => v >= 0.5).length / rows.length,
      ),
    };
  }
  if (sets.includes("madlibs")) {
    const rows = read("identity_madlibs");
    // Names of groups are masked, so that few of the sentences differ to the encoder.
    const firsts = new Map<string, string>();
    for (const { text } of rows) {
      const { plain } = plainReading(text);
      if (!firsts.has(plain)) firsts.set(plain, text);
    }
    const distinct = [...firsts.keys()];
    const place = new Map(distinct.map((plain, i) => [plain, i]));
    const z = judgeAll(file, await embed(distinct.map((plain) => firsts.get(plain) as string)));
    const ways: Scores[] = [[], [], []];
    for (const { text } of rows) {
      const at = (place.get(plainReading(text).plain) as number) * HEADS;
      const { scores } = scoreText(text);
      ways[0]?.push([scores.TOXICITY as number]);
      ways[1]?.push([1 / (1 + Math.exp(-(z[at] as number)))]);
      ways[2]?.push([combine(scores, z.subarray(at, at + HEADS)).TOXICITY as number]);
    }
    figures.identity_madlibs = madlibs(ways, rows);
  }
  if (sets.includes("apart"))
    for (const [name, k] of [
      ["civil", 0],
      ["hatemoji", 5],
      ["stormfront", 5],
    ] as const) {
      const rows = apart[name] as Example[];
      const ways = await score(rows);
      const truth = rows.map(({ labels }) => labels[k] as number);
      figures[`${name}, kept apart (${ATTRIBUTES[k]})`] = {
        AUC: eachWay(ways, (scores) => areaUnderCurve(column(scores, k), truth)),
      };
    }
  if (sets.includes("apart")) {
    const rows = apart.contrast as Example[];
    const ways = await score(rows);
    const share = (k: number, bad: number): number[] => {
      const at = rows.flatMap(({ labels }, i) => (labels[k] === bad ? [i] : []));
      return eachWay(
        ways,
        (scores) => at.filter((i) => (scores[i]?.[k] as number) >= 0.5).length / at.length,
      );
    };
    figures["contrast frames kept apart"] = {
      "harmless >= .5 TOXICITY": share(0, 0),
      "harmless >= .5 IDENTITY_ATTACK": share(5, 0),
      "harmful >= .5 TOXICITY": share(0, 1),
    };
  }
  return figures;
}
