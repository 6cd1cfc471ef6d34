import { ATTRIBUTES } from "../../scorer.ts";
import { BUCKETS } from "../features.ts";
import { HEADS } from "../model.ts";
import type { Corpus } from "./corpus.ts";
import { type Example, SOURCES } from "./examples.ts";
import { createRandom, shuffle } from "./random.ts";

export interface FitOptions {
  seed: number;
  epochs: number;
  rate: number;
  shrink: number;
  /** Gradients below this are not worth a pass over the text's features. */
  idle: number;
  onEpoch?: (epoch: number, loss: number) => void;
}

export interface Fitted {
  weights: Float32Array;
  bias: number[];
}

/** Threats are too few to learn from the parts that words play: their head reads words, pairs and pieces alone. */
const THREAT = ATTRIBUTES.indexOf("THREAT");

/**
 * Logistic regression for all heads at once by AdaGrad; unknown labels take no part. `value[h]` × `inverse[i]` is the
 * value of bucket h in text i. Weights are averaged over the second half of the epochs.
 */
export function fit(
  corpus: Corpus,
  examples: readonly Example[],
  value: Float32Array,
  inverse: Float32Array,
  holders: Float32Array,
  options: FitOptions,
): Fitted {
  const weights = new Float32Array(BUCKETS * HEADS);
  const squares = new Float32Array(BUCKETS * HEADS).fill(1e-3);
  const average = new Float32Array(BUCKETS * HEADS);
  const shrink = Float32Array.from(holders, (n) => options.shrink / Math.max(1, n));
  const bias = new Float64Array(HEADS * (SOURCES + 1)).fill(-3, 0, HEADS);
  const biasSquares = new Float64Array(bias.length).fill(1e-2);
  const averageBias = new Float64Array(HEADS);
  const order = Int32Array.from({ length: corpus.size }, (_, i) => i);
  const random = createRandom(options.seed);
  const g = new Float64Array(HEADS);
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const i of order) {
      const example = examples[i] as Example;
      const begin = corpus.from[i] as number;
      const end = corpus.from[i + 1] as number;
      const scale = inverse[i] as number;
      loss += gradients(corpus, begin, end, value, scale, weights, bias, example, g);
      let most = 0;
      for (let k = 0; k < HEADS; k++) {
        const slope = g[k] as number;
        most = Math.max(most, Math.abs(slope));
        stepBias(bias, biasSquares, k, slope);
        if (example.source > 0) stepBias(bias, biasSquares, HEADS * (example.source + 1) + k, slope);
      }
      if (most > options.idle)
        update(corpus, begin, end, value, scale, shrink, weights, squares, g, options.rate);
    }
    if (epoch >= options.epochs / 2) {
      for (let u = 0; u < weights.length; u++) average[u] = (average[u] as number) + (weights[u] as number);
      for (let k = 0; k < HEADS; k++) averageBias[k] = (averageBias[k] as number) + (bias[k] as number);
      averaged++;
    }
    options.onEpoch?.(epoch, loss / corpus.size);
  }
  for (let u = 0; u < average.length; u++) {
    const h = Math.floor(u / HEADS);
    average[u] = ((average[u] as number) / averaged) * (value[h] as number);
  }
  return { weights: average, bias: Array.from(averageBias, (b) => b / averaged) };
}

function stepBias(bias: Float64Array, squares: Float64Array, at: number, slope: number): void {
  squares[at] = (squares[at] as number) + slope * slope;
  bias[at] = (bias[at] as number) - (0.1 * slope) / Math.sqrt(squares[at] as number);
}

/** Fills g with each head's slope of the loss for one text; answers the loss. */
function gradients(
  { bucket, part }: Corpus,
  begin: number,
  end: number,
  value: Float32Array,
  scale: number,
  weights: Float32Array,
  bias: Float64Array,
  example: Example,
  g: Float64Array,
): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  for (let j = begin; j < end; j++) {
    const h = bucket[j] as number;
    const v = value[h] as number;
    const u = h * HEADS;
    a += v * (weights[u] as number);
    b += v * (weights[u + 1] as number);
    c += v * (weights[u + 2] as number);
    d += v * (weights[u + 3] as number);
    if (part[j] === 0) e += v * (weights[u + 4] as number);
    f += v * (weights[u + 5] as number);
  }
  const sums = [a, b, c, d, e, f];
  const own = example.source > 0 ? HEADS * (example.source + 1) : -1;
  let loss = 0;
  for (let k = 0; k < HEADS; k++) {
    const label = example.labels[k] as number;
    g[k] = 0;
    if (Number.isNaN(label)) continue;
    const z = (sums[k] as number) * scale + (bias[k] as number) + (own > 0 ? (bias[own + k] as number) : 0);
    const p = 1 / (1 + Math.exp(-z));
    g[k] = example.weight * (p - label);
    loss -= example.weight * Math.log(Math.max(1e-9, label > 0.5 ? p : 1 - p));
  }
  return loss;
}

function update(
  { bucket, part }: Corpus,
  begin: number,
  end: number,
  value: Float32Array,
  scale: number,
  shrink: Float32Array,
  weights: Float32Array,
  squares: Float32Array,
  g: Float64Array,
  rate: number,
): void {
  for (let k = 0; k < HEADS; k++) {
    const slope = (g[k] as number) * scale;
    if (slope === 0) continue;
    for (let j = begin; j < end; j++) {
      if (k === THREAT && part[j] === 1) continue;
      const h = bucket[j] as number;
      const u = h * HEADS + k;
      const w = weights[u] as number;
      const step = slope * (value[h] as number) + (shrink[h] as number) * w;
      const sum = (squares[u] as number) + step * step;
      squares[u] = sum;
      weights[u] = w - (rate * step) / Math.sqrt(sum);
    }
  }
}
