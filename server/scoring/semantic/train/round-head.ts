import { createHash } from "node:crypto";
import { FEATURES } from "../encoder.ts";
import { HEADS, type HeadFile } from "../head.ts";
import type { FittedHead } from "./fit-head.ts";

const round = (values: Float32Array): number[] => Array.from(values, (v) => Number(v.toPrecision(6)));

/** Rounds a fitted head to bytes, a hidden unit at a time. The version ends in a digest, so equal versions are equal heads. */
export function roundHead(fitted: FittedHead, id: string, release: string): HeadFile {
  const { mean, rate, bias, out, outBias, namesGroup } = fitted;
  const hidden = bias.length;
  const weights = new Int8Array(FEATURES * hidden);
  const scales = new Float32Array(hidden);
  for (let unit = 0; unit < hidden; unit++) {
    let most = 1e-12;
    for (let i = 0; i < FEATURES; i++)
      most = Math.max(most, Math.abs(fitted.weights[i * hidden + unit] as number));
    scales[unit] = most / 127;
    for (let i = 0; i < FEATURES; i++)
      weights[unit * FEATURES + i] = Math.round(((fitted.weights[i * hidden + unit] as number) * 127) / most);
  }
  const numbers = { scales: round(scales), bias: round(bias), out: round(out), outBias: round(outBias) };
  const digest = createHash("sha256")
    .update(weights)
    .update(JSON.stringify(numbers))
    .digest("hex")
    .slice(0, 8);
  return {
    header: {
      id,
      version: `${release}+${digest}`,
      ...numbers,
      namesGroup: Number(namesGroup.toPrecision(6)),
      plattSlope: new Array<number>(HEADS).fill(1),
      plattOffset: new Array<number>(HEADS).fill(0),
    },
    mean,
    rate,
    weights,
  };
}
