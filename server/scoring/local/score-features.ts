import { BUCKETS, type Features } from "./features.ts";
import { HEADS, type Model } from "./model.ts";
import { readText } from "./network.ts";

const seen = new Uint32Array(BUCKETS);
let round = 0;

function nextRound(): number {
  round++;
  if (round === 0xffffffff) {
    seen.fill(0);
    round = 1;
  }
  return round;
}

/**
 * What a text is judged by: over its distinct features the sum of each head's weights and the squared length they are divided
 * by, and each head's log-odds by the network.
 */
export interface Sums {
  heads: Float64Array;
  squared: number;
  network: Float64Array;
}

export const createSums = (): Sums => ({
  heads: new Float64Array(HEADS),
  squared: 0,
  network: new Float64Array(HEADS),
});

/** Sums up a whole text. */
export function sumText(model: Model, features: Features, out: Sums): void {
  sumFeatures(model, features, 0, features.total, out);
  readText(model.network, features, out.network);
}

/** Sums the weights of some features; the network is not asked. */
export function sumFeatures(model: Model, features: Features, from: number, to: number, out: Sums): void {
  const mark = nextRound();
  const { idf, idfSquared, weights, expand } = model;
  const { bucket } = features;
  let squared = 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  for (let i = from; i < to; i++) {
    const h = bucket[i] as number;
    if (seen[h] === mark) continue;
    seen[h] = mark;
    squared += idfSquared[idf[h] as number] as number;
    const w = h * HEADS;
    a += expand[(weights[w] as number) & 255] as number;
    b += expand[(weights[w + 1] as number) & 255] as number;
    c += expand[(weights[w + 2] as number) & 255] as number;
    d += expand[(weights[w + 3] as number) & 255] as number;
    e += expand[(weights[w + 4] as number) & 255] as number;
    f += expand[(weights[w + 5] as number) & 255] as number;
  }
  const { heads } = out;
  heads[0] = a;
  heads[1] = b;
  heads[2] = c;
  heads[3] = d;
  heads[4] = e;
  heads[5] = f;
  out.squared = squared;
}

/** One head's log-odds by its weights alone, before calibration. */
export function linearLogit(model: Model, head: number, sum: number, squared: number): number {
  const { bias, largest } = model.header;
  const length = squared > 0 ? Math.sqrt(squared) : 1;
  return (bias[head] as number) + (sum * (largest[head] as number)) / length;
}

/** One head's calibrated log-odds. */
export function logOdds(model: Model, head: number, sum: number, squared: number, network: number): number {
  const { linearSlope, networkSlope, offset } = model.header;
  return (
    (linearSlope[head] as number) * linearLogit(model, head, sum, squared) +
    (networkSlope[head] as number) * network +
    (offset[head] as number)
  );
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
