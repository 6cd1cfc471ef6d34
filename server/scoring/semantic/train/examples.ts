import { join } from "node:path";
import { hashString } from "../../local/hash.ts";
import { contrastExamples } from "../../local/train/contrast.ts";
import { isKeptApart, labelsOf, type Row, readRows, UNKNOWN } from "../../local/train/examples.ts";

export interface Example {
  text: string;
  /** In the order of ATTRIBUTES; NaN where nobody judged. */
  labels: readonly number[];
}

/** Wikipedia first: its source has no baseline of its own. */
export const SOURCES = ["jigsaw", "civil", "hatemoji", "stormfront", "contrast"] as const;
export type Source = (typeof SOURCES)[number];

const scattered = (text: string): number => hashString(text) >>> 0;
const isBad = ({ labels }: Example): boolean => labels.some((label) => label > 0.5);

/** Bad ones first, the others in an order that has nothing to do with them: a prefix is a fair sample of the others. */
const badFirst = (examples: Example[]): Example[] =>
  examples
    .map((example) => ({ example, rank: isBad(example) ? -1 : scattered(example.text) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ example }) => example);

/** A prefix is a fair sample. */
const inNoOrder = (examples: readonly Example[]): Example[] =>
  [...examples].sort((a, b) => scattered(a.text) - scattered(b.text) || (a.text < b.text ? -1 : 1));

/**
 * What the head may learn from, by source, in a fixed order, and the rows of the smaller sources that are kept apart: the same
 * ones that tier 1 keeps apart.
 */
export function readExamples(data: string): {
  train: Record<Source, Example[]>;
  apart: Record<string, Example[]>;
} {
  const folder = join(data, "train");
  const example = (row: Row): Example => ({ text: row.text, labels: labelsOf(row) });
  const hate = (row: Row): Example => {
    const label = row.hate as number;
    return { text: row.text, labels: [label, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, label] };
  };
  const read = (file: string, shape: (row: Row) => Example): Example[] =>
    readRows(folder, `${file}.jsonl.gz`).map(shape);
  const civil = read("civil_train", example);
  const hatemoji = read("hatemoji_build", hate);
  const stormfront = read("stormfront", hate);
  const learned = (examples: Example[]): Example[] => examples.filter(({ text }) => !isKeptApart(text));
  const contrast = contrastExamples(1);
  return {
    train: {
      jigsaw: badFirst(read("jigsaw_train", example)),
      civil: badFirst(
        learned(civil).map(({ text, labels: [, , , , threat = UNKNOWN, identity = UNKNOWN] }) => ({
          text,
          labels: [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, threat, identity],
        })),
      ),
      hatemoji: learned(hatemoji),
      stormfront: learned(stormfront),
      contrast: inNoOrder(contrast.train),
    },
    apart: {
      civil: civil.filter(({ text }) => isKeptApart(text)),
      hatemoji: hatemoji.filter(({ text }) => isKeptApart(text)),
      stormfront: stormfront.filter(({ text }) => isKeptApart(text)),
      contrast: contrast.apart,
    },
  };
}
