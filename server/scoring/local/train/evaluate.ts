import { join } from "node:path";
import { ATTRIBUTES, type Attribute } from "../../scorer.ts";
import { probabilities, scoreWith } from "../local.ts";
import type { Model } from "../model.ts";
import { contrastExamples } from "./contrast.ts";
import { disguise, EVASIONS } from "./evasions.ts";
import { type Example, labelsOf, type Row, readRows } from "./examples.ts";
import { type Column, meanAreaInterval } from "./interval.ts";
import { areaUnderCurve, balance, calibrationError, rankCorrelation, scoreAtShare } from "./metrics.ts";

export type Figures = Record<string, Record<string, number>>;
/** Share of Wikipedia comments with any label in the full collection, to which dev rows are weighed. */
export const NATURAL_SHARE = 0.0976;

const scoresOf = (model: Model, texts: readonly string[], attribute: Attribute = "TOXICITY"): number[] =>
  texts.map((text) => probabilities(model, text)[ATTRIBUTES.indexOf(attribute)] as number);

/** Weights that bring dev rows back to the natural share of bad ones. */
export const naturalWeights = (labels: readonly (readonly number[])[]): number[] =>
  balance(
    labels.map((row) => row.some((v) => v > 0.5)),
    NATURAL_SHARE,
  );

function jigsaw(model: Model, rows: readonly Row[]): Record<string, number> {
  const labels = rows.map(labelsOf);
  const weights = naturalWeights(labels);
  const scored = rows.map((row) => Float64Array.from(probabilities(model, row.text)));
  const columns: Column[] = ATTRIBUTES.map((_, k) => ({
    scores: scored.map((s) => s[k] as number),
    labels: labels.map((l) => l[k] as number),
  }));
  const areas = columns.map(({ scores, labels }) => areaUnderCurve(scores, labels, weights));
  const out: Record<string, number> = {};
  addWithInterval(out, "AUC mean", areas.reduce((a, b) => a + b, 0) / areas.length, columns, weights);
  ATTRIBUTES.forEach((attribute, k) => {
    addWithInterval(out, `AUC ${attribute}`, areas[k] as number, [columns[k] as Column], weights);
  });
  const toxic = labels.map((l) => l[0] as number);
  const p = scored.map((s) => s[0] as number);
  const share = (keep: (i: number) => boolean): number =>
    p.reduce((a, _, i) => a + (keep(i) ? (weights[i] as number) : 0), 0);
  const both = share((i) => (p[i] as number) >= 0.5 && toxic[i] === 1);
  return {
    ...out,
    "ECE TOXICITY": calibrationError(p, toxic, weights),
    "precision at .5": both / share((i) => (p[i] as number) >= 0.5),
    "recall at .5": both / share((i) => toxic[i] === 1),
  };
}

/** A figure, and its 95 % interval under the same name. */
function addWithInterval(
  out: Record<string, number>,
  name: string,
  value: number,
  columns: readonly Column[],
  weights: readonly number[],
): void {
  out[name] = value;
  [out[`${name}${LOW}`], out[`${name}${HIGH}`]] = meanAreaInterval(columns, weights);
}
export const LOW = ", 95 % from";
export const HIGH = ", 95 % to";

function natural(model: Model, rows: readonly Row[]): Record<string, number> {
  const ours = scoresOf(
    model,
    rows.map((row) => row.text),
  );
  const labels = rows.map((row) => row.toxic as number);
  const theirs = rows.map((row) => row.perspective as number);
  const ones = rows.map(() => 1);
  const out: Record<string, number> = {};
  addWithInterval(out, "AUC against people", areaUnderCurve(ours, labels), [{ scores: ours, labels }], ones);
  out["AUC of Perspective against people"] = areaUnderCurve(theirs, labels);
  for (const bar of [0.5, 0.7]) {
    const above = theirs.map((v) => Number(v >= bar));
    const columns = [{ scores: ours, labels: above }];
    addWithInterval(out, `AUC against Perspective >= ${bar}`, areaUnderCurve(ours, above), columns, ones);
  }
  return {
    ...out,
    ECE: calibrationError(ours, labels),
    "share >= .5": ours.filter((v) => v >= 0.5).length / ours.length,
    "share >= .8": ours.filter((v) => v >= 0.8).length / ours.length,
  };
}

function identity(model: Model, rows: readonly Row[], terms: readonly string[]): Record<string, number> {
  const scores = scoresOf(
    model,
    rows.map((row) => row.text),
  );
  const labels = rows.map((row) => row.toxic as number);
  const out: Record<string, number> = { AUC: areaUnderCurve(scores, labels) };
  const kinds: Record<string, number[]> = { subgroup: [], BPSN: [], BNSP: [] };
  for (const term of terms) {
    const has = rows.map((row) => new RegExp(`\\b${term}\\b`, "iu").test(row.text));
    if (has.filter(Boolean).length < 50) continue;
    const auc = (keep: (i: number) => boolean): number => {
      const at = scores.map((_, i) => i).filter(keep);
      return areaUnderCurve(
        at.map((i) => scores[i] as number),
        at.map((i) => labels[i] as number),
      );
    };
    kinds.subgroup?.push(auc((i) => has[i] === true));
    kinds.BPSN?.push(auc((i) => has[i] === (labels[i] === 0)));
    kinds.BNSP?.push(auc((i) => has[i] === (labels[i] === 1)));
  }
  for (const [kind, values] of Object.entries(kinds)) {
    out[`${kind} worst`] = Math.min(...values);
    out[`${kind} mean`] = values.reduce((a, b) => a + b, 0) / values.length;
  }
  return out;
}

export const MADLIB_TERMS =
  "american african mexican asian european lesbian gay bisexual transgender trans queer lgbt lgbtq homosexual straight heterosexual male female nonbinary muslim jewish christian buddhist catholic protestant taoist sikh hindu black white hispanic latino latina latinx canadian indian chinese japanese old older young younger blind deaf paralyzed teenage millenial elderly".split(
    " ",
  );

/**
 * Mean F1 over characters between the words that we say carry an attribute and people's marks, as SemEval-2021 task 5 counts
 * it; both empty counts as 1. Rows of even number set the bar in explain.ts, so the others tell how good it is.
 */
function spans(model: Model, all: readonly Row[]): Record<string, number> {
  const rows = all.filter((_, i) => i % 2 === 1);
  let sum = 0;
  let marked = 0;
  let sumMarked = 0;
  for (const row of rows) {
    const points = [...row.text];
    const place: number[] = [];
    points.forEach((c, i) => {
      for (let k = 0; k < c.length; k++) place.push(i);
    });
    const ours = new Set<number>();
    for (const span of scoreWith(model, row.text).spans)
      if (span.score >= 0.5) for (let i = span.start; i < span.end; i++) ours.add(place[i] as number);
    const gold = new Set(row.spans as number[]);
    const both = [...ours].filter((i) => gold.has(i)).length;
    const f =
      gold.size === 0 || ours.size === 0
        ? Number(gold.size === ours.size)
        : (2 * both) / (ours.size + gold.size);
    sum += f;
    if (ours.size > 0 && gold.size > 0) {
      marked++;
      sumMarked += f;
    }
  }
  return {
    "F1 of characters": sum / rows.length,
    "share marked": marked / rows.length,
    "F1 where marked": sumMarked / marked,
  };
}

function evasions(model: Model, rows: readonly Row[]): Record<string, number> {
  const toxic = rows.filter((row) => row.toxic === 1).map((row) => row.text);
  const cut = scoreAtShare(
    scoresOf(
      model,
      rows.filter((row) => row.toxic === 0).map((row) => row.text),
    ),
    0.05,
  );
  const recall = (texts: readonly string[]): number =>
    scoresOf(model, texts).filter((v) => v > cut).length / texts.length;
  const out: Record<string, number> = { plain: recall(toxic) };
  const targets = toxic.map((text) => {
    const words = new Set<string>();
    for (const span of scoreWith(model, text).spans)
      words.add(text.slice(span.start, span.end).toLowerCase());
    return words;
  });
  for (const kind of EVASIONS)
    out[kind] = recall(toxic.map((text, i) => disguise(text, kind, targets[i] as Set<string>, i)));
  return out;
}

function apartFigures(model: Model, examples: readonly Example[], head: number): Record<string, number> {
  const scores = scoresOf(
    model,
    examples.map((e) => e.text),
    ATTRIBUTES[head] as Attribute,
  );
  return {
    AUC: areaUnderCurve(
      scores,
      examples.map((e) => e.labels[head] as number),
    ),
  };
}

function contrast(model: Model, seed: number): Record<string, number> {
  const { apart } = contrastExamples(seed);
  const bad = apart.filter((e) => e.labels[0] === 1).map((e) => e.text);
  const good = apart.filter((e) => e.labels[0] === 0).map((e) => e.text);
  const share = (scores: readonly number[]): number => scores.filter((v) => v >= 0.5).length / scores.length;
  return {
    "harmless >= .5 TOXICITY": share(scoresOf(model, good)),
    "harmless >= .5 IDENTITY_ATTACK": share(scoresOf(model, good, "IDENTITY_ATTACK")),
    "harmful >= .5 TOXICITY": share(scoresOf(model, bad)),
  };
}

/** Every figure of the model card, by set. `data` is the folder that holds dev/. */
export function evaluate(
  model: Model,
  data: string,
  apart: Record<string, Example[]>,
  seed: number,
): Figures {
  const folder = join(data, "dev");
  const read = (name: string): Row[] => readRows(folder, `${name}.jsonl.gz`);
  const dev = read("jigsaw_dev");
  const opinions = read("opinions_with_perspective");
  return {
    jigsaw_dev: jigsaw(model, dev),
    jigsaw_dev2: jigsaw(model, read("jigsaw_dev2")),
    wiki_natural_with_perspective: natural(model, read("wiki_natural_with_perspective")),
    opinions_with_perspective: {
      "rank correlation with Perspective": rankCorrelation(
        scoresOf(
          model,
          opinions.map((row) => row.text),
        ),
        opinions.map((row) => row.perspective as number),
      ),
    },
    identity_madlibs: identity(model, read("identity_madlibs"), MADLIB_TERMS),
    toxic_spans: spans(model, read("toxic_spans")),
    "evasion, recall at 5 % false alarms": evasions(model, dev),
    "civil, kept apart (TOXICITY)": apartFigures(model, apart.civil ?? [], 0),
    "hatemoji, kept apart (IDENTITY_ATTACK)": apartFigures(model, apart.hatemoji ?? [], 5),
    "stormfront, kept apart (IDENTITY_ATTACK)": apartFigures(model, apart.stormfront ?? [], 5),
    "contrast frames kept apart": contrast(model, seed),
  };
}
