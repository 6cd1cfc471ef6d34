import { LRUCache } from "lru-cache";
import type { Queryable } from "../db/pool.ts";
import { addEntry, emptyList, type WordList } from "../rules/words.ts";
import { inSlices } from "./in-slices.ts";
import { entriesOf } from "./store.ts";

/** By list and version, which never changes. In entries, of some 300 bytes each. */
const known = new LRUCache<string, Promise<WordList>>({ maxSize: 400_000 });

/** A version of a list, ready to be looked for in texts. Made once and in slices: others have their turn meanwhile. */
export function compiled(
  db: Queryable,
  { id, version, size }: { id: string; version: number; size: number },
): Promise<WordList> {
  const key = `${id} ${version}`;
  const ready = known.get(key);
  if (ready) return ready;
  const making = read(db, id, version);
  known.set(key, making, { size: size + 1 });
  making.catch(() => known.delete(key));
  return making;
}

async function read(db: Queryable, id: string, version: number): Promise<WordList> {
  const entries = (await entriesOf(db, id, version)) ?? "";
  return compile(entries === "" ? [] : entries.split("\n"));
}

export async function compile(entries: readonly string[]): Promise<WordList> {
  const list = emptyList();
  await inSlices(entries, (entry) => addEntry(list, entry));
  return list;
}
