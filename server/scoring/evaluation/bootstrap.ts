import { createRandom } from "../local/train/random.ts";

export interface Interval {
  low: number;
  high: number;
}

/**
 * The 95 % interval of the ROC-AUC by a bootstrap of rows (Efron 1979; each row is drawn a Poisson(1) number of times, which for many rows
 * equals drawing with replacement). Rows are sorted once, so a replicate takes one pass. The same seed gives the same interval.
 */
export function aucInterval(
  scores: readonly number[],
  bad: readonly boolean[],
  { replicates = 500, seed = 1 }: { replicates?: number; seed?: number } = {},
): Interval {
  const order = Uint32Array.from(scores, (_, i) => i).sort(
    (a, b) => (scores[a] as number) - (scores[b] as number),
  );
  const random = createRandom(seed);
  const areas: number[] = [];
  for (let r = 0; r < replicates; r += 1) {
    const area = resampledArea(order, scores, bad, random);
    if (!Number.isNaN(area)) areas.push(area);
  }
  areas.sort((a, b) => a - b);
  const at = (part: number): number => areas[Math.round((areas.length - 1) * part)] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

function resampledArea(
  order: Uint32Array,
  scores: readonly number[],
  bad: readonly boolean[],
  random: () => number,
): number {
  let good = 0;
  let hits = 0;
  let area = 0;
  for (let i = 0; i < order.length; ) {
    const score = scores[order[i] as number];
    let tiedGood = 0;
    let tiedBad = 0;
    for (; i < order.length && scores[order[i] as number] === score; i += 1) {
      const times = poisson(random);
      if (bad[order[i] as number]) tiedBad += times;
      else tiedGood += times;
    }
    area += tiedBad * (good + tiedGood / 2);
    good += tiedGood;
    hits += tiedBad;
  }
  return area / (good * hits);
}

/** Knuth's method for mean 1. */
export function poisson(random: () => number): number {
  let times = 0;
  for (let left = random(); left > Math.exp(-1); left *= random()) times += 1;
  return times;
}
