import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BUCKET_BITS, BUCKETS } from "./features.ts";
import { type Network, ROWS, WIDTH } from "./network.ts";
import { packageRoot } from "./package-root.ts";

export const HEADS = 6;
export const MAGIC = "RDL3";
export const STEPS = 127;

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

/** A model as scoring reads it. */
export function prepare(header: ModelHeader, idf: Uint8Array, weights: Int8Array, rows: Uint8Array): Model {
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
    network: {
      rows,
      packed: new Int32Array(rows.buffer, rows.byteOffset, rows.length / 4),
      unit,
      out: Float64Array.from(out),
      bias,
    },
  };
}

/** Throws a plain Error when the bytes are no model of this shape: the scorer then answers "unavailable". */
export function unpack(file: Buffer): Model {
  if (file.subarray(0, 4).toString("latin1") !== MAGIC)
    throw new Error("The model file is not one of Replydesk's. Train it again.");
  const at = 8 + file.readUInt32LE(4);
  const header = JSON.parse(file.subarray(8, at).toString("utf8")) as ModelHeader;
  if (
    header.bits !== BUCKET_BITS ||
    at % 4 !== 0 ||
    file.length !== at + BUCKETS * (1 + HEADS) + ROWS * WIDTH
  )
    throw new Error("The model file has another shape than this version reads. Train it again.");
  // Nothing is copied but what stands where integers can't.
  const { buffer, byteOffset } = file.byteOffset % 4 === 0 ? file : Buffer.from(file);
  const first = byteOffset + at;
  return prepare(
    header,
    new Uint8Array(buffer, first, BUCKETS),
    new Int8Array(buffer, first + BUCKETS, BUCKETS * HEADS),
    new Uint8Array(buffer, first + BUCKETS * (1 + HEADS), ROWS * WIDTH),
  );
}

/** Where the committed model lies, whether this code runs from source or from dist/. */
export const modelPath = (): string => join(packageRoot(), "server", "scoring", "local", "model.bin");

/** Throws a plain Error when the file is missing or broken. */
export function readModel(path: string): Model {
  if (!existsSync(path)) throw new Error(`${path} is missing. Restore it, or train it with npm run train.`);
  return unpack(readFileSync(path));
}
