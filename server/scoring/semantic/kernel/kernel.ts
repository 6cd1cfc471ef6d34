import { attend } from "./attend.ts";
import { multiply } from "./multiply.ts";
import { normalise } from "./normalise.ts";
import { quantise } from "./quantise.ts";
import { rectify } from "./rectify.ts";
import { moduleOf } from "./wasm.ts";

/** Addresses and counts are plain numbers; matrices are row-major f32 unless said. */
export interface Kernel {
  /** Rows to 12-bit integers in 16 bits, each with its own scale. Width: a multiple of 8. */
  quantise(x: number, q: number, scales: number, rows: number, width: number): void;
  /**
   * c = q · b + bias, or c + that with `onTop`. q and its scales as quantise() leaves them; b int8 with a scale a column, packed
   * by blocks of 8 columns, in them by pairs of rows. Inner width: a multiple of 4; columns: of 8.
   */
  multiply(
    q: number,
    qScales: number,
    b: number,
    bScales: number,
    bias: number,
    c: number,
    rows: number,
    inner: number,
    columns: number,
    onTop: number,
  ): void;
  /** y = layer normalisation of x, row by row. */
  normalise(x: number, y: number, gain: number, bias: number, rows: number, width: number): void;
  /** Negative numbers to nought, in place. */
  rectify(x: number, count: number): void;
  /**
   * Attention of four heads. Rows of qkv hold query, key and value, `width` each; `weights` has room for the tokens
   * rounded up to four.
   */
  attend(
    qkv: number,
    out: number,
    weights: number,
    tokens: number,
    width: number,
    headWidth: number,
    scale: number,
  ): void;
}

const FUNCTIONS = [quantise, multiply, normalise, rectify, attend];

/** Compiles the kernel over this memory; a millisecond or two. */
export function createKernel(memory: WebAssembly.Memory): Kernel {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(FUNCTIONS)), { env: { memory } });
  return instance.exports as unknown as Kernel;
}
