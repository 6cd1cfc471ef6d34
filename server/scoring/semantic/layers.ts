import type { Weights } from "./weights.ts";

/** Reading stops after so many pieces of words. */
export const MOST_PIECES = 128;
/** Numbers in an embedding of a piece, and in all that the encoder answers. */
export const NARROW = 256;
export const WIDE = 512;
export const INNER = 1536;

const LAYER = (layer: number, rest: string): string => `Encode/Layer_${layer}/TransformerLayer/${rest}`;
const NORM = "layer_prepostprocess/layer_norm/layer_norm";
const ATTENTION = "MultiheadAttention";

/** A matrix of rows × columns with a bias. */
export interface Dense {
  rows: number;
  columns: number;
  weights: Float32Array<ArrayBuffer>;
  bias: Float32Array<ArrayBuffer>;
}

export interface Norm {
  gain: Float32Array<ArrayBuffer>;
  bias: Float32Array<ArrayBuffer>;
}

export interface Layer {
  width: number;
  before: Norm;
  queryKeyValue: Dense;
  output: Dense;
  between: Norm;
  widen: Dense;
  narrow: Dense;
}

/** Rates of the sines and cosines that mark a place in the text; rows of piece embeddings. */
export const readTimings = (weights: Weights): Float32Array =>
  weights.read("AddTimingSignal/TimingSignal/ExpandDims_1");
export const readEmbeddings = (weights: Weights): Float32Array => weights.read("module/Embeddings_en");

const dense = (weights: Weights, matrix: string, bias: string, columns: number): Dense => {
  const values = weights.read(matrix);
  return { rows: values.length / columns, columns, weights: values, bias: weights.read(bias) };
};

/** Widens the input of layer 0 beside its attention. */
export const readBypass = (weights: Weights): Dense =>
  dense(
    weights,
    LAYER(0, "dense/kernel/ConcatPartitions/concat"),
    LAYER(0, "dense/bias/ConcatPartitions/concat"),
    WIDE,
  );

/** The last layer: what the mean of all places is sent through before tanh. */
export const readSummary = (weights: Weights): Dense =>
  dense(weights, "hidden_layers/tanh_layer_0/weights", "hidden_layers/tanh_layer_0/bias", WIDE);

/** One of the two transformer layers, by the names that the package's graph gives its tensors. */
export function readLayer(weights: Weights, layer: 0 | 1): Layer {
  const width = layer === 0 ? NARROW : WIDE;
  const norm = (place: string): Norm => ({
    gain: weights.read(LAYER(layer, `${place}${NORM}_scale/ConcatPartitions/concat`)),
    bias: weights.read(LAYER(layer, `${place}${NORM}_bias/ConcatPartitions/concat`)),
  });
  const attention = (name: string, columns: number): Dense =>
    dense(
      weights,
      LAYER(layer, `${ATTENTION}/${name}/kernel/part_0`),
      LAYER(layer, `${ATTENTION}/${name}/bias/ConcatPartitions/concat`),
      columns,
    );
  const feedForward = (name: string, columns: number): Dense =>
    dense(
      weights,
      `TransformerStack/Layer_${layer}/TransformerLayer/FFN/${name}/Tensordot/Reshape_1`,
      LAYER(layer, `FFN/${name}/bias/ConcatPartitions/concat`),
      columns,
    );
  return {
    width,
    before: norm(""),
    queryKeyValue: attention("qkv_transform_single", 3 * width),
    output: attention("output_transform_single", WIDE),
    between: norm("FFN/"),
    widen: feedForward("conv1", INNER),
    narrow: feedForward("conv2", WIDE),
  };
}
