import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hashString } from "../hash.ts";
import { contrastExamples } from "./contrast.ts";

/** Labels in the order of ATTRIBUTES; NaN where nobody judged, which training leaves out. */
export type Labels = readonly number[];
export const UNKNOWN = Number.NaN;

export interface Example {
  text: string;
  labels: Labels;
  /** Which collection it comes from: each has its own baseline in training, dropped afterwards. */
  source: number;
  weight: number;
}

export type Row = { text: string } & Record<string, unknown>;

/** Rows of a gzipped file of JSON lines. Throws when the file is missing: says where it looked. */
export function readRows(folder: string, file: string): Row[] {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString("utf8")
    .split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

const COLUMNS = ["toxic", "severe_toxic", "insult", "obscene", "threat", "identity_hate"];
export const labelsOf = (row: Row): number[] =>
  COLUMNS.map((c) => (typeof row[c] === "number" ? (row[c] as number) : UNKNOWN));

/** One row in ten of the smaller collections stays out of training, for figures away from Wikipedia. */
export const isKeptApart = (text: string): boolean => (hashString(text) >>> 0) % 10 === 0;

const hateLabels = (hate: number): number[] =>
  hate === 1 ? [1, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 1] : [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0];

function fromTweet(row: Row): Example {
  const text = row.text.replace(/&amp;/gu, "&").replace(/&#\d+;|\bRT\b|@\w+:?/gu, " ");
  const kind = row.class;
  const labels =
    kind === "hate"
      ? [1, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 1]
      : kind === "offensive"
        ? [1, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]
        : [0, 0, 0, 0, 0, 0];
  return { text, labels, source: 4, weight: 0 };
}

export interface Weights {
  civil: number;
  hatemoji: number;
  stormfront: number;
  davidson: number;
  contrast: number;
}

/** All that the model learns from, and the rows of the smaller collections that are kept apart. */
export function readExamples(
  data: string,
  weights: Weights,
  seed: number,
): { train: Example[]; apart: Record<string, Example[]> } {
  const folder = join(data, "train");
  const jigsaw = readRows(folder, "jigsaw_train.jsonl.gz").map((row) => ({
    text: row.text,
    labels: labelsOf(row),
    source: 0,
    weight: 1,
  }));
  const civil = readRows(folder, "civil_train.jsonl.gz").map((row) => ({
    text: row.text,
    labels: labelsOf(row),
    source: 1,
    weight: weights.civil,
  }));
  const hatemoji = readRows(folder, "hatemoji_build.jsonl.gz").map((row) => ({
    text: row.text,
    labels: row.hate === 1 ? hateLabels(1) : [0, 0, UNKNOWN, UNKNOWN, UNKNOWN, 0],
    source: 2,
    weight: weights.hatemoji,
  }));
  const stormfront = readRows(folder, "stormfront.jsonl.gz").map((row) => ({
    text: row.text,
    labels: hateLabels(row.hate as number),
    source: 3,
    weight: weights.stormfront,
  }));
  const davidson = weights.davidson > 0 ? readRows(folder, "davidson.jsonl.gz").map(fromTweet) : [];
  for (const example of davidson) example.weight = weights.davidson;
  const apart = {
    civil: civil.filter((e) => isKeptApart(e.text)),
    hatemoji: hatemoji.filter((e) => isKeptApart(e.text)),
    stormfront: stormfront.filter((e) => isKeptApart(e.text)),
  };
  const contrast = contrastExamples(seed).train.map((e) => ({ ...e, source: 5, weight: weights.contrast }));
  const smaller = [...civil, ...hatemoji, ...stormfront].filter((e) => !isKeptApart(e.text));
  return { train: [...jigsaw, ...smaller, ...davidson, ...contrast], apart };
}

export const SOURCES = 6;
