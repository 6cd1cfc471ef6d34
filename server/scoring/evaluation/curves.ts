/** Points of a curve, from left to right. */
export type Curve = { x: number; y: number }[];

export interface Curves {
  roc: Curve;
  precisionRecall: Curve;
  /** Mean score against share of bad ones, for ten bins of scores, with how many fell into each. */
  reliability: { score: number; share: number; count: number }[];
  /** How many good and bad ones fell into each of twenty bins of scores. */
  histogram: { good: number[]; bad: number[] };
  averagePrecision: number;
  /** The best precision among thresholds that find at least half, and eight in ten, of the bad ones. */
  precisionAt: { half: number; most: number };
}

/** A curve is drawn through at most this many points. */
const POINTS = 200;

/** Everything that is drawn of one attribute: scores 0 to 1, and whether people called each text so. */
export function curvesOf(scores: readonly number[], bad: readonly boolean[]): Curves {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const all = bad.filter(Boolean).length;
  const roc: Curve = [{ x: 0, y: 0 }];
  const precisionRecall: Curve = [];
  let hits = 0;
  let averagePrecision = 0;
  for (let i = 0; i < order.length; ) {
    const score = scores[order[i] as number];
    const before = hits;
    for (; i < order.length && scores[order[i] as number] === score; i += 1)
      if (bad[order[i] as number]) hits += 1;
    roc.push({ x: (i - hits) / (order.length - all), y: hits / all });
    precisionRecall.push({ x: hits / all, y: hits / i });
    averagePrecision += ((hits - before) / all) * (hits / i);
  }
  return {
    roc: thinned(roc),
    precisionRecall: thinned(precisionRecall),
    reliability: reliability(scores, bad),
    histogram: histogram(scores, bad),
    averagePrecision,
    precisionAt: { half: precisionAt(precisionRecall, 0.5), most: precisionAt(precisionRecall, 0.8) },
  };
}

function precisionAt(curve: Curve, recall: number): number {
  return curve.reduce((best, { x, y }) => (x >= recall ? Math.max(best, y) : best), 0);
}

function thinned(curve: Curve): Curve {
  if (curve.length <= POINTS) return curve;
  const step = (curve.length - 1) / (POINTS - 1);
  return Array.from({ length: POINTS }, (_, i) => curve[Math.round(i * step)] as Curve[number]);
}

function reliability(scores: readonly number[], bad: readonly boolean[]): Curves["reliability"] {
  const bins = Array.from({ length: 10 }, () => ({ score: 0, share: 0, count: 0 }));
  scores.forEach((score, i) => {
    const bin = bins[Math.min(9, Math.floor(score * 10))] as (typeof bins)[number];
    bin.score += score;
    bin.share += Number(bad[i]);
    bin.count += 1;
  });
  return bins
    .filter(({ count }) => count > 0)
    .map(({ score, share, count }) => ({ score: score / count, share: share / count, count }));
}

function histogram(scores: readonly number[], bad: readonly boolean[]): Curves["histogram"] {
  const bins = { good: new Array<number>(20).fill(0), bad: new Array<number>(20).fill(0) };
  scores.forEach((score, i) => {
    const kind = bad[i] ? bins.bad : bins.good;
    const bin = Math.min(19, Math.floor(score * 20));
    kind[bin] = (kind[bin] as number) + 1;
  });
  return bins;
}
