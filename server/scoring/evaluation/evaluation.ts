import { areaUnderCurve, calibrationError } from "../local/train/metrics.ts";
import { ATTRIBUTES, type Attribute } from "../scorer.ts";
import { biasByTerm, type TermBias } from "./bias.ts";
import { aucInterval, type Interval } from "./bootstrap.ts";
import { type Curves, curvesOf } from "./curves.ts";
import type { Labels } from "./labels.ts";

/** A text that a scorer has scored and people have judged. */
export interface Judged {
  text: string;
  labels: Labels;
  scores: Partial<Record<Attribute, number>>;
  /** What scoring it took, in ms. */
  ms: number;
}

export interface AttributeFigures {
  attribute: Attribute;
  count: number;
  bad: number;
  auc: number;
  interval: Interval;
  calibrationError: number;
  curves: Curves;
}

export interface Evaluation {
  rows: number;
  attributes: AttributeFigures[];
  bias: TermBias[];
  cost: { p50: number; p99: number; mean: number };
}

/** Where people's label counts as bad. */
const BAD = 0.5;

/** Everything that `npm run evaluate` shows of these rows. An attribute of which people called none or all so has no figures. */
export function evaluationOf(judged: readonly Judged[], seed = 1): Evaluation {
  const attributes = ATTRIBUTES.flatMap((attribute) => figuresOf(attribute, judged, seed));
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? Number.NaN;
  const toxic = judged.filter(
    ({ labels, scores }) => labels.TOXICITY !== undefined && scores.TOXICITY !== undefined,
  );
  return {
    rows: judged.length,
    attributes,
    bias: biasByTerm(
      toxic.map(({ text }) => text),
      toxic.map(({ scores }) => scores.TOXICITY as number),
      toxic.map(({ labels }) => (labels.TOXICITY as number) >= BAD),
    ),
    cost: { p50: at(0.5), p99: at(0.99), mean: times.reduce((sum, ms) => sum + ms, 0) / times.length },
  };
}

function figuresOf(attribute: Attribute, judged: readonly Judged[], seed: number): AttributeFigures[] {
  const rows = judged.filter(
    ({ labels, scores }) => labels[attribute] !== undefined && scores[attribute] !== undefined,
  );
  const scores = rows.map((row) => row.scores[attribute] as number);
  const labels = rows.map((row) => row.labels[attribute] as number);
  const bad = labels.map((label) => label >= BAD);
  const count = bad.filter(Boolean).length;
  if (count === 0 || count === rows.length) return [];
  const curves = curvesOf(scores, bad);
  return [
    {
      attribute,
      count: rows.length,
      bad: count,
      auc: areaUnderCurve(scores, bad.map(Number)),
      interval: aucInterval(scores, bad, { seed }),
      calibrationError: calibrationError(scores, bad.map(Number)),
      curves,
    },
  ];
}
