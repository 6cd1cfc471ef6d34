import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createEncoder, FEATURES } from "../../../server/scoring/semantic/encoder.ts";
import { createKernel } from "../../../server/scoring/semantic/kernel/kernel.ts";
import { WIDE } from "../../../server/scoring/semantic/layers.ts";
import { createSplitter } from "../../../server/scoring/semantic/pieces.ts";
import { openWeights } from "../../../server/scoring/semantic/weights.ts";
import { installedTest, weights } from "./installed-test.ts";
import { referenceEncoder } from "./reference.ts";

const SENTENCES = ["a", "as usual, you have no idea", "thanks for the report! 😀 more please"];

function cosine(a: ArrayLike<number>, b: ArrayLike<number>, from: number, to: number): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = from; i < to; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

installedTest("the encoder in bytes says what the plain one in floating point says", () => {
  const opened = openWeights(weights());
  const split = createSplitter(opened.vocabulary);
  const encode = createEncoder(opened);
  const reference = referenceEncoder(opened);
  const alike = SENTENCES.map((text) => {
    const ids = split(text);
    const [ours, theirs] = [[...encode(ids)], reference(ids)];
    return Math.min(...[0, WIDE, 2 * WIDE].map((from) => cosine(ours, theirs, from, from + WIDE)));
  });
  opened.close();
  expect(Math.min(...alike)).toBeGreaterThan(0.999);
});

installedTest("an answer does not depend on what was read before", () => {
  const opened = openWeights(weights());
  const split = createSplitter(opened.vocabulary);
  const encode = createEncoder(opened);
  const first = [...encode(split("so what"))];
  encode(split("an altogether longer sentence about the new car park ".repeat(20)));
  expect([...encode(split("so what"))]).toEqual(first);
  expect(first).toHaveLength(FEATURES);
  opened.close();
});

test("the kernel multiplies like arithmetic", () => {
  const memory = new WebAssembly.Memory({ initial: 4 });
  const kernel = createKernel(memory);
  const floats = new Float32Array(memory.buffer);
  const bytes = new Int8Array(memory.buffer);
  const words = new Int16Array(memory.buffer);
  const byte = fc.integer({ min: -127, max: 127 });
  const shapes = fc.record({
    rows: fc.integer({ min: 1, max: 9 }),
    inner: fc.constantFrom(8, 16, 24),
    columns: fc.constantFrom(8, 16),
    onTop: fc.boolean(),
    seed: fc.array(byte, { minLength: 50, maxLength: 50 }),
  });
  fc.assert(
    fc.property(shapes, ({ rows, inner, columns, onTop, seed }) => {
      const value = (i: number): number => seed[i % seed.length] as number;
      const [q, scales, b, bScales, bias, c] = [16, 16_384, 32_768, 65_536, 66_560, 81_920];
      for (let i = 0; i < rows * inner; i++) words[q / 2 + i] = value(i) * 16;
      for (let i = 0; i < rows; i++) floats[scales / 4 + i] = 1 / (i + 1);
      for (let i = 0; i < columns; i++) {
        floats[bScales / 4 + i] = 1 / 64;
        floats[bias / 4 + i] = i;
      }
      for (let i = 0; i < rows * columns; i++) floats[c / 4 + i] = 1000;
      const weight = (k: number, j: number): number => value(7 * k + 3 * j);
      for (let k = 0; k < inner; k++)
        for (let j = 0; j < columns; j++)
          bytes[b + (j & ~7) * inner + (k & ~1) * 8 + (j & 7) * 2 + (k & 1)] = weight(k, j);
      kernel.multiply(q, scales, b, bScales, bias, c, rows, inner, columns, Number(onTop));
      let furthest = 0;
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let k = 0; k < inner; k++) sum += value(i * inner + k) * 16 * weight(k, j);
          const expected = sum / (i + 1) / 64 + j + (onTop ? 1000 : 0);
          furthest = Math.max(furthest, Math.abs((floats[c / 4 + i * columns + j] as number) - expected));
        }
      expect(furthest).toBeLessThan(0.1);
    }),
    { numRuns: 100 },
  );
});
