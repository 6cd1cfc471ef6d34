import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../package-root.ts";
import { ATTRIBUTES } from "../scorer.ts";
import { FEATURES } from "./encoder.ts";

export const HEADS = ATTRIBUTES.length;
export const IDENTITY = ATTRIBUTES.indexOf("IDENTITY_ATTACK");
const MAGIC = "RDS1";

/** What the file says of itself, before the numbers. Lists of heads are in the order of ATTRIBUTES. */
export interface HeadHeader {
  id: string;
  version: string;
  /** Each hidden unit's: what a byte of its weights is worth, and its bias. */
  scales: number[];
  bias: number[];
  /** HEADS numbers a hidden unit, then a bias a head: few enough to stay as they are. */
  out: number[];
  outBias: number[];
  /** What naming a group adds to the log-odds of an identity attack. */
  namesGroup: number;
  plattSlope: number[];
  plattOffset: number[];
}

export interface HeadFile {
  header: HeadHeader;
  /** Each feature's mean, and one over its spread. */
  mean: Float32Array;
  rate: Float32Array;
  /** FEATURES bytes a hidden unit. */
  weights: Int8Array;
}

/** Calibrated log-odds in the order of ATTRIBUTES. */
export type Head = (features: Float32Array, namesGroup: boolean) => Float32Array;

/** One hidden layer of rectified units over the encoder's features, and one row of numbers a head. */
export function createHead({ header, mean, rate, weights }: HeadFile): Head {
  const { scales, bias, out, outBias, plattSlope, plattOffset } = header;
  const standard = new Float32Array(FEATURES);
  const hidden = new Float32Array(scales.length);
  return (features, namesGroup) => {
    for (let i = 0; i < FEATURES; i++)
      standard[i] = ((features[i] as number) - (mean[i] as number)) * (rate[i] as number);
    for (let unit = 0; unit < hidden.length; unit++) {
      let sum = 0;
      const base = unit * FEATURES;
      for (let i = 0; i < FEATURES; i++) sum += (standard[i] as number) * (weights[base + i] as number);
      hidden[unit] = Math.max(0, sum * (scales[unit] as number) + (bias[unit] as number));
    }
    return Float32Array.from({ length: HEADS }, (_, k) => {
      let z = (outBias[k] as number) + (k === IDENTITY && namesGroup ? header.namesGroup : 0);
      for (let unit = 0; unit < hidden.length; unit++)
        z += (hidden[unit] as number) * (out[unit * HEADS + k] as number);
      return (plattSlope[k] as number) * z + (plattOffset[k] as number);
    });
  };
}

const bytesOf = (numbers: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The file: four letters, the header's length, the header as JSON, means and rates as floats, the bytes. */
export function packHead({ header, mean, rate, weights }: HeadFile): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([Buffer.from(MAGIC), length, json, bytesOf(mean), bytesOf(rate), bytesOf(weights)]);
}

/** Throws a plain Error when the file is missing, or no head of this shape. */
export function readHead(path: string): HeadFile {
  const file = readFileSync(path);
  const at = 8 + file.readUInt32LE(4);
  if (file.subarray(0, 4).toString("latin1") !== MAGIC)
    throw new Error(`${path} is not a head of Replydesk's. Train it with npm run train:semantic.`);
  const header = JSON.parse(file.subarray(8, at).toString("utf8")) as HeadHeader;
  const hidden = header.scales.length;
  if (file.length !== at + FEATURES * (8 + hidden))
    throw new Error(
      `${path} has another shape than this version reads. Train it with npm run train:semantic.`,
    );
  const numbers = new Uint8Array(file.subarray(at)).buffer;
  return {
    header,
    mean: new Float32Array(numbers, 0, FEATURES),
    rate: new Float32Array(numbers, 4 * FEATURES, FEATURES),
    weights: new Int8Array(numbers, 8 * FEATURES),
  };
}

/** Where the committed head lies, whether this code runs from source or from dist/. */
export const headPath = (): string => join(packageRoot(), "server", "scoring", "semantic", "head.bin");
