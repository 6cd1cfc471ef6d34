import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BUCKET_BITS, BUCKETS } from "./features.ts";
import { type Network, packRows, ROWS, WIDTH } from "./network.ts";
import { packageRoot } from "./package-root.ts";

export const HEADS = 6;
const MAGIC = "RDL2";
const STEPS = 127;

/** What the file says of itself, before the numbers. Heads are in the order of ATTRIBUTES. */
export interface ModelHeader {
  id: string;
  version: string;
  bits: number;
  bias: number[];
  largest: number[];
  idfLowest: number;
  idfStep: number;
  network: { unit: number[]; out: number[]; bias: number[] };
  /** Log-odds = linearSlope × the weights' + networkSlope × the network's + offset. */
  linearSlope: number[];
  networkSlope: number[];
  offset: number[];
}

/** Weights as signed square roots in 127 steps, bucket by bucket, six heads each; idf in 255 steps. */
export interface Model {
  header: ModelHeader;
  idf: Uint8Array;
  weights: Int8Array;
  /** What an idf byte adds to the squared length of a text. */
  idfSquared: Float32Array;
  /** What a weight byte (as unsigned) stands for, before the head's largest weight. */
  expand: Float32Array;
  network: Network;
}

function prepare(header: ModelHeader, idf: Uint8Array, weights: Int8Array, rows: Int8Array): Model {
  const idfSquared = Float32Array.from(
    { length: 256 },
    (_, i) => (header.idfLowest + header.idfStep * i) ** 2,
  );
  const expand = new Float32Array(256);
  for (let i = -128; i < 128; i++) expand[i & 255] = Math.sign(i) * (i / STEPS) ** 2;
  const { unit, out, bias } = header.network;
  return {
    header,
    idf,
    weights,
    idfSquared,
    expand,
    network: { rows, packed: packRows(rows), unit, out: Float64Array.from(out), bias },
  };
}

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
function roundRows(values: Float32Array): { rows: Int8Array; unit: number[] } {
  const unit: number[] = [];
  for (let j = 0; j < WIDTH; j++) {
    const column = Float32Array.from({ length: ROWS }, (_, r) => Math.abs(values[r * WIDTH + j] as number));
    column.sort();
    unit.push(Number(((column[Math.floor(ROWS * 0.9998)] as number) / STEPS).toPrecision(6)) || 1e-6);
  }
  const rows = Int8Array.from(values, (v, i) =>
    Math.max(-STEPS, Math.min(STEPS, Math.round(v / (unit[i % WIDTH] as number)))),
  );
  return { rows, unit };
}

/** The file: four letters, the header's length, the header as JSON, idf bytes, weight bytes, the network's rows. */
export function pack(model: Model): Buffer {
  const json = Buffer.from(JSON.stringify(model.header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const { rows } = model.network;
  return Buffer.concat([
    Buffer.from(MAGIC),
    length,
    json,
    model.idf,
    Buffer.from(model.weights.buffer, model.weights.byteOffset, model.weights.length),
    Buffer.from(rows.buffer, rows.byteOffset, rows.length),
  ]);
}

/** Throws a plain Error when the bytes are no model of this shape: the scorer then answers "unavailable". */
export function unpack(file: Buffer): Model {
  if (file.subarray(0, 4).toString("latin1") !== MAGIC)
    throw new Error("The model file is not one of Replydesk's. Train it again.");
  const at = 8 + file.readUInt32LE(4);
  const header = JSON.parse(file.subarray(8, at).toString("utf8")) as ModelHeader;
  if (header.bits !== BUCKET_BITS || file.length !== at + BUCKETS * (1 + HEADS) + ROWS * WIDTH)
    throw new Error("The model file has another shape than this version reads. Train it again.");
  const bytes = new Uint8Array(file.subarray(at));
  const rowsAt = BUCKETS * (1 + HEADS);
  return prepare(
    header,
    bytes.subarray(0, BUCKETS),
    new Int8Array(bytes.buffer, bytes.byteOffset + BUCKETS, BUCKETS * HEADS),
    new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, ROWS * WIDTH),
  );
}

/** Where the committed model lies, whether this code runs from source or from dist/. */
export const modelPath = (): string => join(packageRoot(), "server", "scoring", "local", "model.bin");

/** Throws a plain Error when the file is missing or broken. */
export function readModel(path: string): Model {
  if (!existsSync(path)) throw new Error(`${path} is missing. Restore it, or train it with npm run train.`);
  return unpack(readFileSync(path));
}
