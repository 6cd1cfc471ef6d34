import { type Db, inTransaction, type Queryable } from "../db/pool.ts";
import { usesOf, type WordList } from "../rules/words.ts";
import { patiently } from "../search/patience.ts";
import { widen } from "../search/widen.ts";
import { compile } from "./compiled.ts";
import type { Variant } from "./definition.ts";

/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 4;
const TOLD = 20;
/** Comments are counted up to this many. */
const COUNTED = 1_000;
const PATIENCE_MS = 2_000;
/** A longer rest than this makes another word of it, not a form: `numptys`, `numptyhead`. */
const ENDING = 3;

/**
 * Words that a site's comments have and that are written like this one, are its forms or have it in them, but that neither it nor the list catches; those of
 * most comments first. None for phrases and open entries. Throws AppError("too_slow").
 */
export async function findVariants(
  db: Db,
  { siteId, entry, beside }: { siteId: string; entry: string; beside: WordList | null },
): Promise<Variant[]> {
  const word = entry.toLowerCase();
  if (word.length < SHORTEST || !/^[\p{L}\p{M}]+$/u.test(word)) return [];
  const own = await compile([word]);
  return inTransaction(db, (tx) =>
    patiently(tx, PATIENCE_MS, async () => {
      const found = await widen(tx, [siteId], [{ word, part: false, without: false }], { near: true });
      const fresh = (found.get(word) ?? []).filter((one) =>
        [own, beside].every((list) => list === null || usesOf(one, list).length === 0),
      );
      const counts = await countComments(tx, siteId, fresh);
      return counts
        .filter(({ comments }) => comments > 0)
        .map((one) => ({ ...one, kind: kindOf(one.word, word) }))
        .sort((one, other) => other.comments - one.comments)
        .slice(0, TOLD);
    }),
  );
}

export function kindOf(found: string, word: string): Variant["kind"] {
  if (found.startsWith(word)) return found.length - word.length <= ENDING ? "form" : "compound";
  if (found.includes(word)) return "compound";
  // Forms change a word's end, slips its inside.
  return found.startsWith(word.slice(0, Math.max(3, word.length - 2))) ? "form" : "spelling";
}

async function countComments(
  tx: Queryable,
  siteId: string,
  words: readonly string[],
): Promise<{ word: string; comments: number }[]> {
  const { rows } = await tx.query<{ word: string; comments: number }>({
    name: "comments-with-words",
    text: `select w.word, (select count(*)::int from (
        select from search_entries e where e.site_id = $1 and e.words @@ plainto_tsquery('simple', w.word) limit ${COUNTED}) counted) as comments
      from unnest($2::text[]) w(word)`,
    values: [siteId, words],
  });
  return rows;
}
