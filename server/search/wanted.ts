import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { readAsked } from "./asked.ts";
import { type IsThere, widen } from "./widen.ts";

/** What a text must have, as PostgreSQL reads it. */
export interface Wanted {
  tsquery: string;
  /** Which words each asked one stands for, where it is not for itself alone. */
  words: { asked: string; found: string[] }[];
  /** All that a text may have been found by. */
  marked: ReadonlySet<string>;
}

/**
 * Reads what somebody searches for, in PostgreSQL's websearch syntax with `part*` besides, and puts in the words it stands for. Runs in a transaction.
 * Throws AppError("unprocessable") when it names no word that a comment should have.
 */
export async function wantedIn(
  tx: Queryable,
  siteIds: string[] | null,
  { q, ...how }: { q: string; near: boolean; isThere?: IsThere | null },
): Promise<Wanted> {
  const { words: asked, websearch } = readAsked(q);
  const widened = await widen(tx, siteIds, asked, how);
  const values: string[] = [websearch];
  let read = `websearch_to_tsquery('simple', $1)`;
  for (const { word } of asked) {
    const others = (widened.get(word) ?? []).filter((one) => one !== word);
    if (others.length === 0) continue;
    // Words are letters and digits alone, so nothing in them can end the quotes.
    values.push(`'${word}'`, [word, ...others].map((one) => `'${one}'`).join(" | "));
    read = `ts_rewrite(${read}, $${values.length - 1}::tsquery, $${values.length}::tsquery)`;
  }
  const { rows } = await tx.query<{ tsquery: string; indexable: string }>(
    `select q::text as tsquery, querytree(q) as indexable from (select ${read} as q) read`,
    values,
  );
  const { tsquery, indexable } = rows[0] as { tsquery: string; indexable: string };
  if (indexable === "" || indexable === "T")
    throw new AppError("unprocessable", "Name at least one word that the comments should have.");
  return {
    tsquery,
    words: asked.flatMap(({ word }) => {
      const found = widened.get(word) ?? [];
      return found.some((one) => one !== word) ? [{ asked: word, found }] : [];
    }),
    marked: new Set(
      asked.flatMap(({ word, without }) => (without ? [] : [word, ...(widened.get(word) ?? [])])),
    ),
  };
}
