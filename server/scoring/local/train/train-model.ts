import { join } from "node:path";
import { createFeatures, extract } from "../features.ts";
import { HEADS, type Model } from "../model.ts";
import { normalise } from "../normalise.ts";
import { createSums, linearLogit, sumText } from "../score-features.ts";
import { platt } from "./calibrate.ts";
import { buildCorpus, inverseLengths, rarity, tellingness } from "./corpus.ts";
import { naturalWeights } from "./evaluate.ts";
import { type Example, labelsOf, readExamples, readRows, type Weights } from "./examples.ts";
import { fit } from "./fit.ts";
import { fitNetwork } from "./fit-network.ts";
import { quantise } from "./quantise.ts";

export interface Recipe extends Weights {
  seed: number;
  epochs: number;
  rate: number;
  shrink: number;
  smoothing: number;
  /** Power of the log-ratio: 0 leaves it out. */
  telling: number;
  networkEpochs: number;
  networkRate: number;
  drop: number;
  dropNumbers: number;
}

export const RECIPE: Recipe = {
  seed: 1,
  epochs: 8,
  rate: 0.1,
  shrink: 3,
  smoothing: 1,
  telling: 2,
  networkEpochs: 6,
  networkRate: 0.05,
  drop: 0.1,
  dropNumbers: 0.2,
  civil: 0.2,
  hatemoji: 0.2,
  stormfront: 0.5,
  davidson: 0,
  contrast: 0.3,
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
  const network = fitNetwork(train, {
    seed: recipe.seed,
    epochs: recipe.networkEpochs,
    rate: recipe.networkRate,
    drop: recipe.drop,
    dropNumbers: recipe.dropNumbers,
    onEpoch: (epoch, loss) => say(`network, epoch ${epoch + 1} loss ${loss.toFixed(4)}`),
  });
  const model = quantise({
    id: "replydesk-local-en",
    release: "1.2.0",
    weights: fitted.weights,
    idf,
    bias: fitted.bias,
    network,
  });
  calibrate(model, data);
  return { model, apart, count: train.length };
}

/** How much of a head's log-odds the network gives: none for threats, which are too rare for it to learn well. */
const NETWORK_SHARE = [0.5, 0.5, 0.5, 0.5, 0, 0.5];

/**
 * Platt's scaling three times: of the weights' and of the network's log-odds, so that they are of one size, and of their mean.
 * All on jigsaw_dev alone.
 */
function calibrate(model: Model, data: string): void {
  const rows = readRows(join(data, "dev"), "jigsaw_dev.jsonl.gz");
  const labels = rows.map(labelsOf);
  const weights = naturalWeights(labels);
  const features = createFeatures();
  const sums = createSums();
  const linear = Array.from({ length: HEADS }, () => new Float64Array(rows.length));
  const network = Array.from({ length: HEADS }, () => new Float64Array(rows.length));
  rows.forEach((row, i) => {
    extract(normalise(row.text), features);
    sumText(model, features, sums);
    for (let k = 0; k < HEADS; k++) {
      (linear[k] as Float64Array)[i] = linearLogit(model, k, sums.heads[k] as number, sums.squared);
      (network[k] as Float64Array)[i] = sums.network[k] as number;
    }
  });
  const { linearSlope, networkSlope, offset } = model.header;
  for (let k = 0; k < HEADS; k++) {
    const truth = labels.map((l) => l[k] as number);
    const a = platt(linear[k] as Float64Array, truth, weights);
    const b = platt(network[k] as Float64Array, truth, weights);
    const share = NETWORK_SHARE[k] as number;
    const mixed = (linear[k] as Float64Array).map(
      (z, i) =>
        (1 - share) * (a.slope * z + a.offset) +
        share * (b.slope * ((network[k] as Float64Array)[i] as number) + b.offset),
    );
    const { slope, offset: last } = platt(mixed, truth, weights);
    linearSlope[k] = slope * (1 - share) * a.slope;
    networkSlope[k] = slope * share * b.slope;
    offset[k] = slope * ((1 - share) * a.offset + share * b.offset) + last;
  }
}
