import { createFeatures, extract } from "../features.ts";
import { HEADS } from "../model.ts";
import { ROWS, rowOf, WIDTH } from "../network.ts";
import { normalise } from "../normalise.ts";
import { type Example, SOURCES } from "./examples.ts";
import { createRandom, shuffle } from "./random.ts";

/** Texts as tokens of rows: token t of text i, from[i] <= t < from[i + 1], reads row[begin[t]..begin[t + 1]). */
interface Texts {
  row: Uint16Array;
  begin: Int32Array;
  from: Int32Array;
}

/** Reading a text stops here in training: few are longer, and they would take half of the time. */
const MOST_TOKENS_READ = 400;

function readTexts(texts: readonly string[]): Texts {
  const features = createFeatures();
  const from = new Int32Array(texts.length + 1);
  let row = new Uint16Array(1 << 23);
  let begin = new Int32Array(1 << 20);
  let n = 0;
  let tokens = 0;
  const close = (end: number, at: number): void => {
    for (let i = at; i < end; i++) row[n++] = rowOf(features.bucket[i] as number);
    begin[++tokens] = n;
  };
  texts.forEach((text, i) => {
    extract(normalise(text), features);
    if (n + features.total > row.length) {
      const wider = new Uint16Array(row.length * 2);
      wider.set(row);
      row = wider;
    }
    if (tokens + MOST_TOKENS_READ + 2 > begin.length) {
      const wider = new Int32Array(begin.length * 2);
      wider.set(begin);
      begin = wider;
    }
    const count = Math.min(features.count, MOST_TOKENS_READ);
    for (let t = 0; t < count; t++) close(features.longer[t] as number, features.from[t] as number);
    if (features.total > (features.from[features.count] as number))
      close(features.total, features.from[features.count] as number);
    from[i + 1] = tokens;
  });
  return { row: row.subarray(0, n), begin: begin.subarray(0, tokens + 1), from };
}

export interface NetworkOptions {
  seed: number;
  epochs: number;
  rate: number;
  /** Share of tokens left out of each reading of a text, … */
  drop: number;
  /** … and of the numbers that it became. */
  dropNumbers: number;
  onEpoch?: (epoch: number, loss: number) => void;
}

export interface FittedNetwork {
  rows: Float32Array;
  out: Float64Array;
  bias: number[];
}

const PULL = 1e-5;
/** Slopes of the loss below this are not worth learning from. */
const IDLE = 0.002;

/** What is learned, each with its sum of squared steps, and what one text became on the way. */
interface State {
  rows: Float32Array;
  rowSquares: Float32Array;
  out: Float64Array;
  outSquares: Float64Array;
  /** Of all texts, and after it of each collection against that. */
  bias: Float64Array;
  biasSquares: Float64Array;
  highest: Float64Array;
  /** Which token gave the highest, or -1. */
  giver: Int32Array;
  /** 0 for a number left out, else what makes up for those that are. */
  keep: Float64Array;
  slopes: Float64Array;
}

function begin(random: () => number): State {
  const rows = Float32Array.from({ length: ROWS * WIDTH }, () => (random() * 2 - 1) * 0.1);
  const out = Float64Array.from({ length: WIDTH * HEADS }, () => (random() * 2 - 1) * 0.3);
  const bias = new Float64Array(HEADS * SOURCES).fill(-3, 0, HEADS);
  return {
    rows,
    rowSquares: new Float32Array(rows.length).fill(1e-4),
    out,
    outSquares: new Float64Array(out.length).fill(1e-3),
    bias,
    biasSquares: new Float64Array(bias.length).fill(1e-2),
    highest: new Float64Array(WIDTH),
    giver: new Int32Array(WIDTH),
    keep: new Float64Array(WIDTH),
    slopes: new Float64Array(HEADS),
  };
}

/**
 * Trains the rows and what their highest numbers weigh by AdaGrad on the masked log-loss, one text at a time, its rate
 * falling to nothing in a straight line. Only the tokens that gave a highest number learn from a text.
 */
export function fitNetwork(examples: readonly Example[], options: NetworkOptions): FittedNetwork {
  const texts = readTexts(examples.map((e) => e.text));
  const random = createRandom(options.seed);
  const state = begin(random);
  const order = Int32Array.from({ length: examples.length }, (_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.rate * (1 - epoch / options.epochs);
    let loss = 0;
    for (const i of order) {
      read(texts, i, state, options, random);
      loss += judge(examples[i] as Example, state);
      if (state.slopes.some((slope) => Math.abs(slope) >= IDLE)) learn(texts, state, rate);
    }
    options.onEpoch?.(epoch, loss / examples.length);
  }
  return { rows: state.rows, out: state.out, bias: Array.from(state.bias.subarray(0, HEADS)) };
}

const sum = new Float64Array(WIDTH);

function read(texts: Texts, i: number, state: State, options: NetworkOptions, random: () => number): void {
  const { row, begin, from } = texts;
  const { rows, highest, giver, keep } = state;
  highest.fill(0);
  giver.fill(-1);
  for (let t = from[i] as number; t < (from[i + 1] as number); t++) {
    if (random() < options.drop) continue;
    const a = begin[t] as number;
    const b = begin[t + 1] as number;
    sum.fill(0);
    for (let r = a; r < b; r++) {
      const at = (row[r] as number) * WIDTH;
      for (let j = 0; j < WIDTH; j++) sum[j] = (sum[j] as number) + (rows[at + j] as number);
    }
    const root = 1 / Math.sqrt(b - a);
    for (let j = 0; j < WIDTH; j++) {
      const value = (sum[j] as number) * root;
      if (value > (highest[j] as number)) {
        highest[j] = value;
        giver[j] = t;
      }
    }
  }
  const kept = 1 / (1 - options.dropNumbers);
  for (let j = 0; j < WIDTH; j++) {
    keep[j] = random() < options.dropNumbers ? 0 : kept;
    highest[j] = (highest[j] as number) * (keep[j] as number);
  }
}

/** Fills each head's slope of the loss, moves the biases, and answers the loss. */
function judge(example: Example, state: State): number {
  const { highest, out, bias, biasSquares, slopes } = state;
  let loss = 0;
  for (let k = 0; k < HEADS; k++) {
    const label = example.labels[k] as number;
    slopes[k] = 0;
    if (Number.isNaN(label)) continue;
    const own = example.source * HEADS + k;
    let z = (bias[k] as number) + (example.source > 0 ? (bias[own] as number) : 0);
    for (let j = 0; j < WIDTH; j++) z += (highest[j] as number) * (out[j * HEADS + k] as number);
    const p = 1 / (1 + Math.exp(-z));
    const slope = example.weight * (p - label);
    slopes[k] = slope;
    loss -= example.weight * Math.log(Math.max(1e-9, label > 0.5 ? p : 1 - p));
    step(bias, biasSquares, k, slope, 0.05);
    if (example.source > 0) step(bias, biasSquares, own, slope, 0.1);
  }
  return loss;
}

function learn({ row, begin }: Texts, state: State, rate: number): void {
  const { rows, rowSquares, out, outSquares, highest, giver, keep, slopes } = state;
  for (let j = 0; j < WIDTH; j++) {
    let back = 0;
    for (let k = 0; k < HEADS; k++) {
      const at = j * HEADS + k;
      const weight = out[at] as number;
      back += (slopes[k] as number) * weight;
      step(out, outSquares, at, (slopes[k] as number) * (highest[j] as number) + PULL * weight, rate);
    }
    back *= keep[j] as number;
    const t = giver[j] as number;
    if (t < 0 || back === 0) continue;
    const a = begin[t] as number;
    const b = begin[t + 1] as number;
    const slope = back / Math.sqrt(b - a);
    for (let r = a; r < b; r++) {
      const at = (row[r] as number) * WIDTH + j;
      step(rows, rowSquares, at, slope + PULL * (rows[at] as number), rate);
    }
  }
}

/** One step of AdaGrad (Duchi, Hazan and Singer 2011). */
function step(
  weights: Float32Array | Float64Array,
  squares: Float32Array | Float64Array,
  at: number,
  slope: number,
  rate: number,
): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(square);
}
