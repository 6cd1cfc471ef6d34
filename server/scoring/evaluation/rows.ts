import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { type CsvError, parse } from "csv-parse";
import { AppError } from "../../errors.ts";
import { readLines } from "../../replay/lines.ts";

/** One row of a file: its line, from 1, and its fields by name. */
export interface Row {
  line: number;
  fields: Record<string, unknown>;
}

/** A row holds a comment and some labels; a longer one is no row. */
const LONGEST = 1_000_000;

/**
 * The rows of a file, read as they are asked for: CSV with a header line when the name ends in .csv, else a JSON object on each line; `.gz`
 * is unpacked. "-" reads JSON lines from standard input. Throws AppError("invalid") that names the line when a row cannot be read.
 */
export async function* readRows(file: string): AsyncGenerator<Row> {
  if (/\.csv(\.gz)?$/i.test(file)) yield* csvRows(file);
  else yield* jsonRows(file);
}

async function* jsonRows(file: string): AsyncGenerator<Row> {
  for await (const { line, json } of readLines(file)) {
    let fields: unknown;
    try {
      fields = JSON.parse(json);
    } catch {
      throw new AppError(
        "invalid",
        `Line ${line} is not JSON. Give one JSON object on each line, or a file that ends in .csv.`,
      );
    }
    if (typeof fields !== "object" || fields === null || Array.isArray(fields))
      throw new AppError("invalid", `Line ${line} is not a JSON object with fields.`);
    yield { line, fields: fields as Record<string, unknown> };
  }
}

async function* csvRows(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file);
  const parser = parse({
    columns: true,
    bom: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST,
  });
  const unpacked = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  for (const stream of new Set([bytes, unpacked]))
    stream.on("error", (error: Error) => parser.destroy(error));
  unpacked.pipe(parser);
  try {
    for await (const { record, info } of parser) yield { line: info.lines, fields: record };
  } catch (error) {
    const { code, message, lines } = error as CsvError & { lines?: number };
    const why = String(code) === "ENOENT" ? "there is no such file" : message;
    throw new AppError("invalid", `${file} cannot be read${lines ? ` at line ${lines}` : ""}: ${why}.`);
  } finally {
    bytes.destroy();
  }
}

/** The text of a row: the named field, or the first of the usual names that it has. Throws AppError("invalid"). */
export function textOf({ line, fields }: Row, field?: string): string {
  const name = field ?? TEXT_FIELDS.find((usual) => typeof fields[usual] === "string");
  const text = name === undefined ? undefined : fields[name];
  if (typeof text === "string") return text;
  throw new AppError(
    "invalid",
    `Line ${line} has no text${field ? ` in a field called "${field}"` : ""}. Name the field with --text.`,
  );
}

const TEXT_FIELDS = ["text", "comment_text", "comment", "body", "content"];
