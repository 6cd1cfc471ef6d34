import { createKernel } from "./kernel/kernel.ts";
import {
  type Dense,
  INNER,
  type Layer,
  MOST_PIECES,
  NARROW,
  type Norm,
  readBypass,
  readEmbeddings,
  readLayer,
  readSummary,
  readTimings,
  WIDE,
} from "./layers.ts";
import type { Weights } from "./weights.ts";

/** Numbers that tell what a text means: the encoder's own summary, then mean and maximum over its places. */
export const FEATURES = 3 * WIDE;
export type Encoder = (pieces: ArrayLike<number>) => Float32Array;

const PAGE = 65_536;
/** Weights as bytes, and the room for one text of MOST_PIECES. */
const BYTES = 9_600_000;

interface Packed {
  inner: number;
  columns: number;
  weights: number;
  scales: number;
  bias: number;
}

/**
 * Universal Sentence Encoder Lite (Cer and others, 2018) on the kernel: weights are rounded to bytes here, a column of each
 * matrix at a time, and an embedding at a time; some 200 ms of CPU and 9.6 MB. The encoder answers FEATURES numbers for the ids
 * of a text's pieces, of which it reads MOST_PIECES; the same ones for the same ids, whatever was read before. The answer
 * is a buffer that the next call reuses.
 */
export function createEncoder(weights: Weights): Encoder {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(BYTES / PAGE) });
  const kernel = createKernel(memory);
  const floats = new Float32Array(memory.buffer);
  const bytes = new Int8Array(memory.buffer);
  let used = 16;
  const room = (size: number): number => {
    const at = used;
    used += (size + 15) & ~15;
    return at;
  };
  const place = (values: Float32Array): number => {
    const at = room(4 * values.length);
    floats.set(values, at >> 2);
    return at;
  };
  const norm = ({ gain, bias }: Norm) => ({ gain: place(gain), bias: place(bias) });

  function pack({ rows, columns, weights: values, bias }: Dense): Packed {
    const most = new Float32Array(columns);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const size = Math.abs(values[row * columns + column] as number);
        if (size > (most[column] as number)) most[column] = size;
      }
    const scales = most.map((largest) => largest / 127);
    const at = room(values.length);
    for (let row = 0; row < rows; row++) {
      const place = at + (row & ~1) * 8 + (row & 1);
      for (let column = 0; column < columns; column++) {
        const byte = Math.round((values[row * columns + column] as number) / (scales[column] as number));
        bytes[place + (column & ~7) * rows + (column & 7) * 2] = byte;
      }
    }
    return { inner: rows, columns, weights: at, scales: place(scales), bias: place(bias) };
  }

  const packLayer = (layer: Layer) => ({
    width: layer.width,
    before: norm(layer.before),
    queryKeyValue: pack(layer.queryKeyValue),
    output: pack(layer.output),
    between: norm(layer.between),
    widen: pack(layer.widen),
    narrow: pack(layer.narrow),
  });

  const pieces = readEmbeddings(weights);
  const embeddings = room(pieces.length);
  const embeddingScales = new Float32Array(pieces.length / NARROW);
  for (let id = 0; id < embeddingScales.length; id++) {
    const row = pieces.subarray(id * NARROW, (id + 1) * NARROW);
    let most = 1e-12;
    for (const value of row) most = Math.max(most, Math.abs(value));
    embeddingScales[id] = most / 127;
    for (let i = 0; i < NARROW; i++)
      bytes[embeddings + id * NARROW + i] = Math.round(((row[i] as number) * 127) / most);
  }
  const places = timings(readTimings(weights));
  const bypass = pack(readBypass(weights));
  const layers = [packLayer(readLayer(weights, 0)), packLayer(readLayer(weights, 1))] as const;
  const summary = pack(readSummary(weights));

  const input = room(4 * MOST_PIECES * NARROW);
  const state = room(4 * MOST_PIECES * WIDE);
  const normed = room(4 * MOST_PIECES * WIDE);
  const hidden = room(4 * MOST_PIECES * INNER);
  const attended = room(4 * MOST_PIECES * WIDE);
  const integers = room(2 * MOST_PIECES * INNER);
  const scales = room(4 * MOST_PIECES);
  const shares = room(4 * (MOST_PIECES + 4));
  const mean = room(4 * WIDE);
  const answer = room(4 * WIDE);
  if (used > BYTES)
    throw new Error("The encoder's weights are larger than expected. Install the package again.");
  const out = new Float32Array(FEATURES);

  function multiply(from: number, matrix: Packed, to: number, rows: number, onTop: boolean): void {
    kernel.quantise(from, integers, scales, rows, matrix.inner);
    const { weights: b, scales: bScales, bias, inner, columns } = matrix;
    kernel.multiply(integers, scales, b, bScales, bias, to, rows, inner, columns, Number(onTop));
  }

  function embed(ids: ArrayLike<number>, count: number): void {
    for (let t = 0; t < count; t++) {
      const id = ids[t] as number;
      const row = embeddings + id * NARROW;
      const scale = 2 * (embeddingScales[id] as number);
      for (let i = 0; i < NARROW; i++)
        floats[(input >> 2) + t * NARROW + i] =
          (bytes[row + i] as number) * scale + (places[t * NARROW + i] as number);
    }
  }

  function summarise(count: number): void {
    const base = state >> 2;
    const middle = mean >> 2;
    for (let i = 0; i < WIDE; i++) {
      let sum = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let t = 0; t < count; t++) {
        const value = floats[base + t * WIDE + i] as number;
        sum += value;
        if (value > most) most = value;
      }
      out[WIDE + i] = sum / count;
      out[2 * WIDE + i] = most;
      floats[middle + i] = sum / count;
    }
    multiply(mean, summary, answer, 1, false);
    let squared = 0;
    for (let i = 0; i < WIDE; i++) {
      const value = Math.tanh(floats[(answer >> 2) + i] as number);
      out[i] = value;
      squared += value * value;
    }
    const length = Math.sqrt(squared) || 1;
    for (let i = 0; i < WIDE; i++) out[i] = (out[i] as number) / length;
  }

  return (ids) => {
    const count = Math.min(MOST_PIECES, ids.length);
    embed(ids, count);
    multiply(input, bypass, state, count, false);
    layers.forEach((layer, index) => {
      const { width, before, between } = layer;
      kernel.normalise(index === 0 ? input : state, normed, before.gain, before.bias, count, width);
      multiply(normed, layer.queryKeyValue, hidden, count, false);
      kernel.attend(hidden, attended, shares, count, width, width / 4, 1 / Math.sqrt(width / 4));
      multiply(attended, layer.output, state, count, true);
      kernel.normalise(state, normed, between.gain, between.bias, count, WIDE);
      multiply(normed, layer.widen, hidden, count, false);
      kernel.rectify(hidden, count * INNER);
      multiply(hidden, layer.narrow, state, count, true);
    });
    summarise(count);
    return out;
  };
}

/** What marks each place: sines, then cosines, of the place times each rate. */
function timings(rates: Float32Array): Float32Array {
  const half = NARROW / 2;
  const out = new Float32Array(MOST_PIECES * NARROW);
  for (let t = 0; t < MOST_PIECES; t++)
    for (let i = 0; i < half; i++) {
      const angle = Math.fround(t * (rates[i] as number));
      out[t * NARROW + i] = Math.sin(angle);
      out[t * NARROW + half + i] = Math.cos(angle);
    }
  return out;
}
