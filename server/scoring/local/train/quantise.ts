import { createHash } from "node:crypto";
import { BUCKET_BITS } from "../features.ts";
import { HEADS, MAGIC, type Model, type ModelHeader, prepare, STEPS } from "../model.ts";
import { ROWS, WIDTH, ZERO } from "../network.ts";

export interface Trained {
  id: string;
  release: string;
  /** BUCKETS × HEADS, idf multiplied in. */
  weights: Float32Array;
  idf: Float32Array;
  bias: number[];
  network: { rows: Float32Array; out: Float64Array; bias: number[] };
}

/** Rounds trained weights to bytes. The version ends in a digest of the weights, so equal versions are equal models. */
export function quantise(trained: Trained): Model {
  const largest = new Array<number>(HEADS).fill(1e-9);
  for (let i = 0; i < trained.weights.length; i++) {
    const k = i % HEADS;
    largest[k] = Math.max(largest[k] as number, Math.abs(trained.weights[i] as number));
  }
  const weights = new Int8Array(trained.weights.length);
  for (let i = 0; i < weights.length; i++) {
    const w = trained.weights[i] as number;
    weights[i] = Math.round(Math.sign(w) * Math.sqrt(Math.abs(w) / (largest[i % HEADS] as number)) * STEPS);
  }
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const v of trained.idf) {
    lowest = Math.min(lowest, v);
    highest = Math.max(highest, v);
  }
  const step = (highest - lowest) / 255 || 1;
  const idf = Uint8Array.from(trained.idf, (v) => Math.round((v - lowest) / step));
  const { rows, unit } = roundRows(trained.network.rows);
  const digest = createHash("sha256").update(weights).update(idf).update(rows).digest("hex").slice(0, 8);
  const header: ModelHeader = {
    id: trained.id,
    version: `${trained.release}+${digest}`,
    bits: BUCKET_BITS,
    bias: trained.bias,
    largest,
    idfLowest: lowest,
    idfStep: step,
    network: {
      unit,
      out: Array.from(trained.network.out, (v) => Number(v.toPrecision(6))),
      bias: trained.network.bias,
    },
    linearSlope: new Array<number>(HEADS).fill(0.5),
    networkSlope: new Array<number>(HEADS).fill(0.5),
    offset: new Array<number>(HEADS).fill(0),
  };
  return prepare(header, idf, weights, rows);
}

/** The network's rows in whole units, 127 to either side; beyond that lies one number in a few thousand. */
function roundRows(values: Float32Array): { rows: Uint8Array; unit: number[] } {
  const unit: number[] = [];
  for (let j = 0; j < WIDTH; j++) {
    const column = new Float32Array(ROWS).map((_, r) => Math.abs(values[r * WIDTH + j] as number));
    column.sort();
    unit.push(Number(((column[Math.floor(ROWS * 0.9998)] as number) / STEPS).toPrecision(6)) || 1e-6);
  }
  const rows = new Uint8Array(values.length).map((_, i) => {
    const steps = Math.round((values[i] as number) / (unit[i % WIDTH] as number));
    return ZERO + Math.max(-STEPS, Math.min(STEPS, steps));
  });
  return { rows, unit };
}

/** The file: four letters, the header's length, the header as JSON and spaces, idf bytes, weight bytes, the network's rows. */
export function pack(model: Model): Buffer {
  let text = JSON.stringify(model.header);
  // The rows are read as integers, where they stand.
  text += " ".repeat((4 - (text.length % 4)) % 4);
  const json = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const { weights } = model;
  return Buffer.concat([
    Buffer.from(MAGIC),
    length,
    json,
    model.idf,
    Buffer.from(weights.buffer, weights.byteOffset, weights.length),
    model.network.rows,
  ]);
}
