import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BUCKET_BITS, BUCKETS } from "./features.ts";
import { packageRoot } from "./package-root.ts";

export const HEADS = 6;
const MAGIC = "RDL1";
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
  plattSlope: number[];
  plattOffset: number[];
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
}

function prepare(header: ModelHeader, idf: Uint8Array, weights: Int8Array): Model {
  const idfSquared = Float32Array.from(
    { length: 256 },
    (_, i) => (header.idfLowest + header.idfStep * i) ** 2,
  );
  const expand = new Float32Array(256);
  for (let i = -128; i < 128; i++) expand[i & 255] = Math.sign(i) * (i / STEPS) ** 2;
  return { header, idf, weights, idfSquared, expand };
}

export interface Trained {
  id: string;
  release: string;
  /** BUCKETS × HEADS, idf multiplied in. */
  weights: Float32Array;
  idf: Float32Array;
  bias: number[];
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
  const digest = createHash("sha256").update(weights).update(idf).digest("hex").slice(0, 8);
  const header: ModelHeader = {
    id: trained.id,
    version: `${trained.release}+${digest}`,
    bits: BUCKET_BITS,
    bias: trained.bias,
    largest,
    idfLowest: lowest,
    idfStep: step,
    plattSlope: new Array<number>(HEADS).fill(1),
    plattOffset: new Array<number>(HEADS).fill(0),
  };
  return prepare(header, idf, weights);
}

/** The file: four letters, the header's length, the header as JSON, idf bytes, weight bytes. */
export function pack(model: Model): Buffer {
  const json = Buffer.from(JSON.stringify(model.header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([Buffer.from(MAGIC), length, json, model.idf, Buffer.from(model.weights.buffer)]);
}

/** Throws a plain Error when the bytes are no model of this shape: the scorer then answers "unavailable". */
export function unpack(file: Buffer): Model {
  if (file.subarray(0, 4).toString("latin1") !== MAGIC)
    throw new Error("The model file is not one of Replydesk's. Train it again.");
  const at = 8 + file.readUInt32LE(4);
  const header = JSON.parse(file.subarray(8, at).toString("utf8")) as ModelHeader;
  if (header.bits !== BUCKET_BITS || file.length !== at + BUCKETS * (1 + HEADS))
    throw new Error("The model file has another shape than this version reads. Train it again.");
  const bytes = new Uint8Array(file.subarray(at));
  return prepare(
    header,
    bytes.subarray(0, BUCKETS),
    new Int8Array(bytes.buffer, bytes.byteOffset + BUCKETS, BUCKETS * HEADS),
  );
}

/** Where the committed model lies, whether this code runs from source or from dist/. */
export const modelPath = (): string => join(packageRoot(), "server", "scoring", "local", "model.bin");

/** Throws a plain Error when the file is missing or broken. */
export function readModel(path: string): Model {
  if (!existsSync(path)) throw new Error(`${path} is missing. Restore it, or train it with npm run train.`);
  return unpack(readFileSync(path));
}
