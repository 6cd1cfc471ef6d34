import { finished } from "node:stream/promises";
import { type CsvError, parse } from "csv-parse";
import { inSlices } from "./in-slices.ts";

/** A line of a list, its white space in one; empty ones are left out. `line` counts from 1. */
export interface Line {
  line: number;
  text: string;
}

type Take = (line: Line) => void;

/** Bytes of a CSV file that are read at a stretch, at least. */
const AT_ONCE = 256;

const tidy = (text: string): string => text.replace(/[^\S\u2028\u2029]+/gu, " ").trim();

/** Hands over one line after the other, in slices: no list of all lines is made. Answers the number of the line where a CSV file is none, or null. */
export async function eachLine(text: string, format: "text" | "csv", take: Take): Promise<number | null> {
  const filled: Take = (line) => {
    const said = tidy(line.text);
    if (said !== "") take({ ...line, text: said });
  };
  if (format === "csv") return eachRow(text, withoutHeading(filled));
  await inSlices(plainLines(text.replace(/^\ufeff/, "")), filled);
  return null;
}

function* plainLines(text: string): Generator<Line> {
  const breaks = /\r\n|\r|\n/g;
  let from = 0;
  for (let line = 1; ; line++) {
    const end = breaks.exec(text);
    yield { line, text: text.slice(from, end?.index) };
    if (!end) return;
    from = breaks.lastIndex;
  }
}

/** The first column of a CSV file (RFC 4180; commas, semicolons or tabs between columns). */
async function eachRow(text: string, take: Take): Promise<number | null> {
  const parser = parse({
    bom: true,
    delimiter: [",", ";", "\t"],
    relax_column_count: true,
    skip_empty_lines: true,
    // Nothing is left to be read from the parser: a row is done with at once.
    on_record: (record: string[], { lines }) => {
      take({ line: lines, text: record[0] ?? "" });
      return null;
    },
  });
  const done = finished(parser.resume()).then(
    () => null,
    (error: CsvError) => Number(error.lines ?? 1),
  );
  await inSlices(pieces(Buffer.from(text)), (piece) => {
    if (!parser.destroyed) parser.write(piece);
  });
  parser.end();
  return done;
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += AT_ONCE) yield bytes.subarray(at, at + AT_ONCE);
}

/** A first row that says `entry` is a heading. */
function withoutHeading(take: Take): Take {
  let isFirst = true;
  return (line) => {
    const isHeading = isFirst && line.text.trim().toLowerCase() === "entry";
    if (line.text.trim() !== "") isFirst = false;
    if (!isHeading) take(line);
  };
}
