import { stringify } from "csv-stringify/sync";
import type { Db } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { assertSameRights } from "../moderators/rights.ts";
import { type LogQuery, type LogRow, peopleIn, searchLog } from "./search.ts";

const AT_ONCE = 1_000;

const COLUMNS = ["id", "time", "type", "site", "comment", "reader", "actor", "name", "data"];

/**
 * The entries of a search as lines of CSV (RFC 4180, with a heading) or JSON Lines, some at a time; the next are read when these are taken, while the rights of
 * whoever asked are what they were.
 */
export async function* exportLog(
  db: Db,
  by: SignedIn,
  query: Omit<LogQuery, "after" | "limit">,
  format: "csv" | "jsonl",
): AsyncGenerator<string> {
  if (format === "csv") yield lines([COLUMNS]);
  for (let after: string | undefined; ; ) {
    await assertSameRights(db, by);
    const rows = await searchLog(db, { ...query, after, limit: AT_ONCE });
    const people = await peopleIn(db, rows);
    if (rows.length > 0)
      yield format === "csv"
        ? lines(rows.map((row) => cells(row, people)))
        : rows.map((row) => json(row, people)).join("");
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id;
  }
}

/** A cell that begins as a formula is marked as text: a spreadsheet runs none that a reader wrote as a name. */
const lines = (rows: string[][]): string =>
  stringify(rows, { escape_formulas: true, record_delimiter: "windows" });

const nameIn = ({ actor, reader }: LogRow, people: Record<string, string>): string | null => {
  const [kind, id] = actor.split("/");
  if (kind === "reader") return reader?.id === id ? (reader?.name ?? null) : null;
  return people[id ?? ""] ?? null;
};

function cells(row: LogRow, people: Record<string, string>): string[] {
  const { id, createdAt, type, site, commentId, reader, actor, data } = row;
  const name = nameIn(row, people) ?? "";
  return [
    id,
    createdAt.toISOString(),
    type,
    site ?? "",
    commentId ?? "",
    reader?.name ?? "",
    actor,
    name,
    JSON.stringify(data),
  ];
}

function json(row: LogRow, people: Record<string, string>): string {
  return `${JSON.stringify({ ...row, createdAt: row.createdAt.toISOString(), name: nameIn(row, people) })}\n`;
}
