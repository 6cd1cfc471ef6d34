import { join } from "node:path";
import { platt } from "../../local/train/calibrate.ts";
import { naturalWeights } from "../../local/train/evaluate.ts";
import { labelsOf, readRows } from "../../local/train/examples.ts";
import { FEATURES } from "../encoder.ts";
import { createHead, HEADS, type HeadFile, IDENTITY } from "../head.ts";
import type { Embedded } from "./embed.ts";
import { type Example, SOURCES, type Source } from "./examples.ts";
import { type FitRow, fitHead } from "./fit-head.ts";
import { roundHead } from "./round-head.ts";

export interface Recipe {
  seed: number;
  hidden: number;
  epochs: number;
  rate: number;
  decay: number;
  drop: number;
  /** Rows of each source, from the start of its fixed order. */
  jigsaw: number;
  civil: number;
  contrastRows: number;
  /** What one row of the hate collections weighs, to the identity head and to the toxicity head. */
  hate: number;
  hateToxic: number;
  contrast: number;
  /** How much more a rare label (severe, threat, identity attack) weighs than its absence. */
  rare: number;
}

export const RECIPE: Recipe = {
  seed: 1,
  hidden: 256,
  epochs: 6,
  rate: 1e-3,
  decay: 1e-2,
  drop: 0.3,
  jigsaw: 18_000,
  civil: 2_000,
  contrastRows: 2_400,
  hate: 0.3,
  hateToxic: 0,
  contrast: 0.33,
  rare: 1.5,
};

const THREAT = 4;
const RARE = [1, THREAT, IDENTITY];

/** How much each head learns from a row. */
function weightsOf(recipe: Recipe, source: Source, { labels }: Example): number[] {
  return labels.map((label, k) => {
    const lift = label > 0.5 && RARE.includes(k) ? recipe.rare : 1;
    if (source === "jigsaw") return lift;
    if (source === "civil") return k >= THREAT ? 0.5 * lift : 0;
    if (source === "contrast") return recipe.contrast;
    return k === IDENTITY ? recipe.hate : recipe.hateToxic;
  });
}

/** The rows that a recipe learns from. */
export function chosen(recipe: Recipe, train: Record<Source, Example[]>): Record<Source, Example[]> {
  return {
    ...train,
    jigsaw: train.jigsaw.slice(0, recipe.jigsaw),
    civil: train.civil.slice(0, recipe.civil),
    contrast: train.contrast.slice(0, recipe.contrastRows),
  };
}

/** Fits, rounds and calibrates a head on embedded texts. Calibration alone reads data/dev/jigsaw_dev. */
export function trainHead(
  recipe: Recipe,
  train: Record<Source, Example[]>,
  embedded: Record<Source, Embedded>,
  dev: Embedded,
  data: string,
  say: (line: string) => void,
): HeadFile {
  const all = SOURCES.reduce((sum, source) => sum + train[source].length, 0);
  const features = new Float32Array(all * FEATURES);
  const namesGroup = new Uint8Array(all);
  const rows: FitRow[] = [];
  SOURCES.forEach((source, number) => {
    features.set(
      embedded[source].features.subarray(0, train[source].length * FEATURES),
      rows.length * FEATURES,
    );
    namesGroup.set(embedded[source].namesGroup.subarray(0, train[source].length), rows.length);
    for (const example of train[source])
      rows.push({
        at: rows.length,
        labels: example.labels,
        weights: weightsOf(recipe, source, example),
        source: number,
      });
  });
  const fitted = fitHead(features, namesGroup, rows, {
    ...recipe,
    onEpoch: (epoch, loss) => say(`epoch ${epoch + 1} loss ${loss.toFixed(4)}`),
  });
  const file = roundHead(fitted, "replydesk-semantic-en", "1.0.0");
  calibrate(file, dev, data);
  return file;
}

/** Log-odds of every embedded text, in rows of HEADS. */
export function judgeAll(file: HeadFile, { count, features, namesGroup }: Embedded): Float32Array {
  const head = createHead(file);
  const out = new Float32Array(count * HEADS);
  for (let i = 0; i < count; i++)
    out.set(head(features.subarray(i * FEATURES, (i + 1) * FEATURES), namesGroup[i] === 1), i * HEADS);
  return out;
}

function calibrate(file: HeadFile, dev: Embedded, data: string): void {
  const labels = readRows(join(data, "dev"), "jigsaw_dev.jsonl.gz").map(labelsOf);
  const weights = naturalWeights(labels);
  const z = judgeAll(file, dev);
  for (let k = 0; k < HEADS; k++) {
    const { slope, offset } = platt(
      labels.map((_, i) => z[i * HEADS + k] as number),
      labels.map((row) => row[k] as number),
      weights,
    );
    file.header.plattSlope[k] = slope;
    file.header.plattOffset[k] = offset;
  }
}
