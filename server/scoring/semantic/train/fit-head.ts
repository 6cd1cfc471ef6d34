import { createRandom, shuffle } from "../../local/train/random.ts";
import { FEATURES } from "../encoder.ts";
import { HEADS, IDENTITY } from "../head.ts";
import { createMatrices } from "./matrix.ts";

export interface FitRow {
  /** Which row of the features. */
  at: number;
  labels: readonly number[];
  /** How much each head learns from it. */
  weights: readonly number[];
  /** Which collection it comes from; each but the first has a baseline of its own, dropped afterwards. */
  source: number;
}

export interface FitOptions {
  seed: number;
  hidden: number;
  epochs: number;
  rate: number;
  decay: number;
  /** Share of hidden units left out of a step. */
  drop: number;
  onEpoch?: (epoch: number, loss: number) => void;
}

export interface FittedHead {
  mean: Float32Array;
  /** One over each feature's standard deviation. */
  rate: Float32Array;
  /** FEATURES × hidden. */
  weights: Float32Array;
  bias: Float32Array;
  /** hidden × HEADS. */
  out: Float32Array;
  outBias: Float32Array;
  namesGroup: number;
}

const BATCH = 256;
const OUT = 8;
const MOST_SOURCES = 8;

/** Mean and spread of each feature over these rows. */
function standard(
  features: Float32Array,
  rows: readonly FitRow[],
): { mean: Float32Array; rate: Float32Array } {
  const sum = new Float64Array(FEATURES);
  const squares = new Float64Array(FEATURES);
  for (const { at } of rows)
    for (let i = 0; i < FEATURES; i++) {
      const v = features[at * FEATURES + i] as number;
      sum[i] = (sum[i] as number) + v;
      squares[i] = (squares[i] as number) + v * v;
    }
  const mean = Float32Array.from(sum, (s) => s / rows.length);
  const rate = Float32Array.from(squares, (s, i) => {
    const m = (sum[i] as number) / rows.length;
    return 1 / (Math.sqrt(Math.max(0, s / rows.length - m * m)) + 1e-6);
  });
  return { mean, rate };
}

/**
 * One hidden layer of rectified units and HEADS logistic heads over it, by AdamW (Loshchilov and Hutter, 2019) with a cosine
 * schedule. NaN labels take no part. The same numbers from the same rows and seed on every machine.
 */
export function fitHead(
  features: Float32Array,
  namesGroup: Uint8Array,
  rows: readonly FitRow[],
  options: FitOptions,
): FittedHead {
  const { hidden, epochs } = options;
  const random = createRandom(options.seed);
  const { mean, rate } = standard(features, rows);
  const first = FEATURES * hidden;
  const rest = hidden + hidden * OUT + OUT + OUT * MOST_SOURCES + 8;
  const { room, multiply } = createMatrices(
    2 * (first + rest) + BATCH * (FEATURES + 2 * hidden + 2 * OUT) + hidden * OUT + 4096,
  );
  // Parameters and their slopes, each in one block: first layer, its bias, second layer, its bias, baselines, the group's bit.
  const p = room(first + rest);
  const g = room(first + rest);
  const part = (all: Float32Array, from: number, length: number): Float32Array =>
    all.subarray(from, from + length);
  const at = { bias: first, out: first + hidden, outBias: first + hidden * (1 + OUT) };
  const sourcesAt = at.outBias + OUT;
  const groupAt = sourcesAt + OUT * MOST_SOURCES;
  const out = part(p, at.out, hidden * OUT);
  for (let i = 0; i < first; i++) p[i] = gauss(random) * Math.sqrt(2 / FEATURES);
  const x = room(BATCH * FEATURES);
  const h = room(BATCH * hidden);
  const dh = room(BATCH * hidden);
  const z = room(BATCH * OUT);
  const dz = room(BATCH * OUT);
  const outAcross = room(OUT * hidden);
  const kept = new Uint8Array(BATCH * hidden);
  const momentum = new Float32Array(p.length);
  const energy = new Float32Array(p.length);
  const order = Int32Array.from({ length: rows.length }, (_, i) => i);
  const steps = epochs * Math.floor(rows.length / BATCH);
  let step = 0;

  function forward(batch: Int32Array): void {
    for (let r = 0; r < BATCH; r++) {
      const base = (rows[batch[r] as number] as FitRow).at * FEATURES;
      for (let i = 0; i < FEATURES; i++)
        x[r * FEATURES + i] = ((features[base + i] as number) - (mean[i] as number)) * (rate[i] as number);
      h.set(part(p, at.bias, hidden), r * hidden);
    }
    multiply(x, FEATURES, 1, p, h, BATCH, FEATURES, hidden);
    const lift = 1 / (1 - options.drop);
    for (let i = 0; i < h.length; i++) {
      kept[i] = (h[i] as number) > 0 && random() >= options.drop ? 1 : 0;
      h[i] = kept[i] ? (h[i] as number) * lift : 0;
    }
    for (let r = 0; r < BATCH; r++) z.set(part(p, at.outBias, OUT), r * OUT);
    multiply(h, hidden, 1, out, z, BATCH, hidden, OUT);
  }

  function slopes(batch: Int32Array): number {
    let loss = 0;
    dz.fill(0);
    g.fill(0);
    for (let r = 0; r < BATCH; r++) {
      const row = rows[batch[r] as number] as FitRow;
      const group = namesGroup[row.at] as number;
      for (let k = 0; k < HEADS; k++) {
        const label = row.labels[k] as number;
        const weight = row.weights[k] as number;
        if (Number.isNaN(label) || weight === 0) continue;
        const own = sourcesAt + row.source * OUT + k;
        const score =
          (z[r * OUT + k] as number) +
          (row.source > 0 ? (p[own] as number) : 0) +
          (k === IDENTITY && group ? (p[groupAt] as number) : 0);
        const chance = 1 / (1 + Math.exp(-score));
        const slope = (weight * (chance - label)) / BATCH;
        dz[r * OUT + k] = slope;
        loss -= weight * Math.log(Math.max(1e-9, label > 0.5 ? chance : 1 - chance));
        g[at.outBias + k] = (g[at.outBias + k] as number) + slope;
        if (row.source > 0) g[own] = (g[own] as number) + slope;
        if (k === IDENTITY && group) g[groupAt] = (g[groupAt] as number) + slope;
      }
    }
    multiply(h, 1, hidden, dz, part(g, at.out, hidden * OUT), hidden, BATCH, OUT);
    for (let unit = 0; unit < hidden; unit++)
      for (let k = 0; k < OUT; k++) outAcross[k * hidden + unit] = out[unit * OUT + k] as number;
    dh.fill(0);
    multiply(dz, OUT, 1, outAcross, dh, BATCH, OUT, hidden);
    const lift = 1 / (1 - options.drop);
    for (let i = 0; i < dh.length; i++) {
      const slope = kept[i] ? (dh[i] as number) * lift : 0;
      dh[i] = slope;
      const bias = at.bias + (i % hidden);
      g[bias] = (g[bias] as number) + slope;
    }
    multiply(x, 1, FEATURES, dh, g, FEATURES, BATCH, hidden);
    return loss / BATCH;
  }

  function update(): void {
    step++;
    const share = 0.5 * (1 + Math.cos((Math.PI * step) / steps));
    const pace = options.rate * share;
    const m1 = 1 - 0.9 ** step;
    const m2 = 1 - 0.999 ** step;
    for (let i = 0; i < p.length; i++) {
      const slope = g[i] as number;
      const m = 0.9 * (momentum[i] as number) + 0.1 * slope;
      const v = 0.999 * (energy[i] as number) + 0.001 * slope * slope;
      momentum[i] = m;
      energy[i] = v;
      const matrix = i < first || (i >= at.out && i < at.outBias);
      const pull = matrix ? options.decay * share * (p[i] as number) : 0;
      p[i] = (p[i] as number) - pace * (m / m1 / (Math.sqrt(v / m2) + 1e-8) + pull);
    }
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    const batches = Math.floor(rows.length / BATCH);
    for (let b = 0; b < batches; b++) {
      const batch = order.subarray(b * BATCH, (b + 1) * BATCH);
      forward(batch);
      loss += slopes(batch);
      update();
    }
    options.onEpoch?.(epoch, loss / batches);
  }
  const second = new Float32Array(hidden * HEADS);
  for (let unit = 0; unit < hidden; unit++)
    for (let k = 0; k < HEADS; k++) second[unit * HEADS + k] = out[unit * OUT + k] as number;
  return {
    mean,
    rate,
    weights: p.slice(0, first),
    bias: p.slice(at.bias, at.bias + hidden),
    out: second,
    outBias: p.slice(at.outBias, at.outBias + HEADS),
    namesGroup: p[groupAt] as number,
  };
}

/** A normal deviate, by Box and Muller. */
function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
