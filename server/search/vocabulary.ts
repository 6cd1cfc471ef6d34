import { LRUCache } from "lru-cache";
import type { Queryable } from "../db/pool.ts";
import { wordsIn } from "./words.ts";

/** Longer ones are noise, shorter ones have no parts to look for. */
const LETTERS = /^[^\p{N}]+$/u;
const LENGTHS = { least: 3, most: 40 };

/** Words this process has seen stored, as `site word`. */
const known = new LRUCache<string, true>({ max: 100_000 });

/**
 * Keeps the words of these texts, so that parts of them, and what is written like them, lead there. A word that is missing here is still found as it is
 * written, so this follows the texts in a statement of its own.
 */
export async function learnWords(db: Queryable, texts: { siteId: string; text: string }[]): Promise<void> {
  const fresh = new Map<string, { siteId: string; word: string }>();
  for (const { siteId, text } of texts)
    for (const word of wordsIn(text)) {
      const key = `${siteId} ${word}`;
      if (
        LETTERS.test(word) &&
        word.length >= LENGTHS.least &&
        word.length <= LENGTHS.most &&
        !known.has(key)
      )
        fresh.set(key, { siteId, word });
    }
  if (fresh.size === 0) return;
  // In one order everywhere, so that two who learn the same words wait in turn and not in a circle.
  const rows = [...fresh.keys()].sort().map((key) => fresh.get(key));
  await db.query({
    name: "learn-words",
    text: `insert into search_words select "siteId", word from json_to_recordset($1::json) as w("siteId" uuid, word text) on conflict do nothing`,
    values: [JSON.stringify(rows)],
  });
  for (const key of fresh.keys()) known.set(key, true);
}
