import { join } from "node:path";
import { createFeatures, extract } from "../features.ts";
import { HEADS, type Model, quantise } from "../model.ts";
import { normalise } from "../normalise.ts";
import { createSums, logit, sumFeatures } from "../score-features.ts";
import { platt } from "./calibrate.ts";
import { buildCorpus, inverseLengths, rarity, tellingness } from "./corpus.ts";
import { naturalWeights } from "./evaluate.ts";
import { type Example, labelsOf, readExamples, readRows, type Weights } from "./examples.ts";
import { fit } from "./fit.ts";

export interface Recipe extends Weights {
  seed: number;
  epochs: number;
  rate: number;
  shrink: number;
  smoothing: number;
  /** Power of the log-ratio: 0 leaves it out. */
  telling: number;
}

export const RECIPE: Recipe = {
  seed: 1,
  epochs: 8,
  rate: 0.1,
  shrink: 3,
  smoothing: 1,
  telling: 2,
  civil: 0.5,
  hatemoji: 0.2,
  stormfront: 0.5,
  davidson: 0,
  contrast: 1,
};

/** Trains, rounds and calibrates. Reads data/train and, for calibration only, data/dev/jigsaw_dev. */
export function trainModel(
  data: string,
  recipe: Recipe,
  say: (line: string) => void,
): { model: Model; apart: Record<string, Example[]>; count: number } {
  const { train, apart } = readExamples(data, recipe, recipe.seed);
  const corpus = buildCorpus(train.map((e) => e.text));
  say(`${corpus.size} texts, ${(corpus.bucket.length / 1e6).toFixed(1)} million features`);
  const { idf, holders } = rarity(corpus);
  const inverse = inverseLengths(corpus, idf);
  const telling = tellingness(
    corpus,
    train.map((e) => e.labels[0] as number),
    train.map((e) => e.weight),
    recipe.smoothing,
  );
  const value = Float32Array.from(idf, (v, h) => v * (0.1 + (telling[h] as number)) ** recipe.telling);
  const fitted = fit(corpus, train, value, inverse, holders, {
    seed: recipe.seed,
    epochs: recipe.epochs,
    rate: recipe.rate,
    shrink: recipe.shrink,
    idle: 0.005,
    onEpoch: (epoch, loss) => say(`epoch ${epoch + 1} loss ${loss.toFixed(4)}`),
  });
  const model = quantise({
    id: "replydesk-local-en",
    release: "1.0.0",
    weights: fitted.weights,
    idf,
    bias: fitted.bias,
  });
  calibrate(model, data);
  return { model, apart, count: train.length };
}

function calibrate(model: Model, data: string): void {
  const rows = readRows(join(data, "dev"), "jigsaw_dev.jsonl.gz");
  const labels = rows.map(labelsOf);
  const weights = naturalWeights(labels);
  const features = createFeatures();
  const sums = createSums();
  const z = Array.from({ length: HEADS }, () => new Float64Array(rows.length));
  rows.forEach((row, i) => {
    extract(normalise(row.text), features);
    sumFeatures(model, features, 0, features.total, sums);
    for (let k = 0; k < HEADS; k++)
      (z[k] as Float64Array)[i] = logit(model, k, sums.heads[k] as number, sums.squared);
  });
  for (let k = 0; k < HEADS; k++) {
    const { slope, offset } = platt(
      z[k] as Float64Array,
      labels.map((l) => l[k] as number),
      weights,
    );
    model.header.plattSlope[k] = slope;
    model.header.plattOffset[k] = offset;
  }
}
