import { type CsvError, parse } from "csv-parse/sync";

/** A line of a list, its white space in one; empty ones are left out. `line` counts from 1. */
export interface Line {
  line: number;
  text: string;
}

const tidy = (text: string): string => text.replace(/[^\S\u2028\u2029]+/gu, " ").trim();

const filled = (lines: Line[]): Line[] => lines.filter(({ text }) => text !== "");

export const plainLines = (text: string): Line[] =>
  filled(
    text
      .replace(/^\ufeff/, "")
      .split(/\r\n|\r|\n/)
      .map((one, i) => ({ line: i + 1, text: tidy(one) })),
  );

interface Row {
  record: string[];
  info: { lines: number };
}

/** The first column of a CSV file (RFC 4180; commas, semicolons or tabs between columns), or the number of the line where it is none. */
export function csvLines(text: string): Line[] | { broken: number } {
  let rows: Row[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (error) {
    return { broken: Number((error as CsvError).lines ?? 1) };
  }
  const lines = filled(rows.map(({ record, info }) => ({ line: info.lines, text: tidy(record[0] ?? "") })));
  return lines[0]?.text.toLowerCase() === "entry" ? lines.slice(1) : lines;
}
