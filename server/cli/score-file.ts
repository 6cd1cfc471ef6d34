import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { readRows, textOf } from "../scoring/evaluation/rows.ts";
import { scoreText } from "../scoring/local/local.ts";
import { countOn } from "./progress.ts";

const round = (score: number): number => Math.round(score * 10_000) / 10_000;

/**
 * Scores every row of a file and writes it again with its scores: JSON lines, or CSV where `out` ends in .csv. Without `out`, to standard
 * output. Holds one row at a time. Throws AppError that names the line when a row cannot be read.
 */
export async function scoreFile(
  file: string,
  { out, field }: { out?: string; field?: string },
): Promise<void> {
  const progress = countOn(process.stderr, "texts");
  const csv = out !== undefined && /\.csv$/i.test(out);
  let count = 0;
  async function* scored(): AsyncGenerator<unknown> {
    for await (const row of readRows(file)) {
      const { scores, spans } = scoreText(textOf(row, field));
      const rounded = Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, round(score)]));
      yield csv
        ? { ...row.fields, ...rounded }
        : `${JSON.stringify({ ...row.fields, scores: rounded, spans: spans.map((span) => ({ ...span, score: round(span.score) })) })}\n`;
      count += 1;
      progress.show(count);
    }
  }
  const target: Writable = out === undefined ? process.stdout : createWriteStream(out);
  const steps = csv ? [stringify({ header: true }), target] : [target];
  await pipeline([Readable.from(scored()), ...steps] as never, { end: out !== undefined });
  progress.end(count);
}
