import { poisson } from "../../evaluation/bootstrap.ts";
import { createRandom } from "./random.ts";

/** Scores and labels of the same rows; NaN labels are left out. */
export interface Column {
  scores: ArrayLike<number>;
  labels: ArrayLike<number>;
}

/**
 * The 95 % interval of the mean area under the curve over some columns, by a bootstrap of rows that all of them share
 * (Efron 1979; each row is drawn a Poisson(1) number of times). A replicate in which a column has no bad row is passed over.
 */
export function meanAreaInterval(
  columns: readonly Column[],
  weights: readonly number[],
  { replicates = 300, seed = 1 }: { replicates?: number; seed?: number } = {},
): [number, number] {
  const random = createRandom(seed);
  const orders = columns.map(({ scores, labels }) =>
    weights
      .map((_, i) => i)
      .filter((i) => !Number.isNaN(labels[i]))
      .sort((a, b) => (scores[a] as number) - (scores[b] as number)),
  );
  const drawn = new Float64Array(weights.length);
  const means: number[] = [];
  for (let r = 0; r < replicates; r++) {
    for (let i = 0; i < drawn.length; i++) drawn[i] = (weights[i] as number) * poisson(random);
    const mean =
      columns.reduce((sum, column, c) => sum + area(orders[c] as number[], column, drawn), 0) /
      columns.length;
    if (!Number.isNaN(mean)) means.push(mean);
  }
  means.sort((a, b) => a - b);
  const at = (part: number): number => means[Math.round((means.length - 1) * part)] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** Neighbours with one score are as good as never tied here: probabilities of a text that occurs once. */
function area(order: readonly number[], { labels }: Column, drawn: Float64Array): number {
  let good = 0;
  let bad = 0;
  let sum = 0;
  for (const i of order) {
    const weight = drawn[i] as number;
    if ((labels[i] as number) > 0.5) {
      bad += weight;
      sum += weight * good;
    } else good += weight;
  }
  return sum / (good * bad);
}
