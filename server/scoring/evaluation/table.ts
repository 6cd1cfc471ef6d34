import type { Evaluation } from "./evaluation.ts";

const three = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(3));

/** Lines of cells as columns; the first is text and stands left, the others are numbers. */
function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  "),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}

/** The report as a terminal shows it. */
export function tableOf({ rows, attributes, bias, cost }: Evaluation, name: string): string {
  const figures = attributes.map(({ attribute, count, bad, auc, interval, curves, calibrationError }) => [
    attribute,
    String(count),
    String(bad),
    three(auc),
    `${three(interval.low)}-${three(interval.high)}`,
    three(curves.averagePrecision),
    three(curves.precisionAt.half),
    three(curves.precisionAt.most),
    three(calibrationError),
  ]);
  const mean = attributes.reduce((sum, { auc }) => sum + auc, 0) / attributes.length;
  const head = ["", "judged", "bad", "AUC", "95 %", "AP", "P at R .5", "P at R .8", "ECE"];
  const parts = [
    `${rows} texts scored by ${name}: ${cost.mean.toFixed(3)} ms each (median ${cost.p50.toFixed(3)}, p99 ${cost.p99.toFixed(3)})`,
    columns([head, ...figures, ...(attributes.length > 1 ? [["mean", "", "", three(mean)]] : [])]),
  ];
  if (bias.length > 0) {
    const terms = bias.map(({ term, count, subgroup, bpsn, bnsp }) => [
      term,
      String(count),
      three(subgroup),
      three(bpsn),
      three(bnsp),
    ]);
    parts.push(
      "Texts that name a group (TOXICITY; an AUC each, the worst first):",
      columns([["", "texts", "subgroup", "BPSN", "BNSP"], ...terms.slice(0, TERMS)]),
    );
    if (terms.length > TERMS) parts.push(`  and ${terms.length - TERMS} more`);
  }
  return parts.join("\n\n");
}

/** A terminal shows this many terms; the page shows all. */
const TERMS = 12;
