import type { Db } from "../db/pool.ts";
import { usesOf } from "../rules/words.ts";
import { compile, compiled } from "./compiled.ts";
import type { Caught } from "./definition.ts";
import { inSlices } from "./in-slices.ts";
import { newestJudged } from "./judged-store.ts";
import { isFor, type ReadyList, usesAllowed, without } from "./look.ts";
import { findNamed } from "./store.ts";

export interface Tried {
  comments: number;
  since: string | null;
  caught: number;
  approved: number;
  refused: number;
  entries: Caught[];
}

/** Looks for entries in a site's newest comments, and counts what people made of those that use them. Reads only. */
export async function tryEntries(
  db: Db,
  {
    siteId,
    entries,
    language,
    last,
  }: { siteId: string; entries: string[]; language: string | null; last: number },
): Promise<Tried> {
  const [list, allowed, comments] = await Promise.all([
    compile(entries),
    allowedBy(db, siteId),
    newestJudged(db, siteId, last),
  ]);
  const counts = new Map<string, Caught>();
  const total = { caught: 0, approved: 0, refused: 0 };
  const count = (sum: Omit<Caught, "entry">, people: string | null): void => {
    sum.caught += 1;
    if (people === "approved") sum.approved += 1;
    if (people === "rejected") sum.refused += 1;
  };
  await inSlices(comments, ({ text, language: spoken, people }) => {
    if (!isFor({ language }, spoken)) return;
    const uses = usesOf(text, list);
    if (uses.length === 0) return;
    const left = without(uses, usesAllowed(allowed, text, spoken));
    if (left.length === 0) return;
    count(total, people);
    for (const entry of new Set(left.map((use) => use.entry))) {
      const sum = counts.get(entry) ?? { entry, caught: 0, approved: 0, refused: 0 };
      counts.set(entry, sum);
      count(sum, people);
    }
  });
  return {
    comments: comments.length,
    since: comments.at(-1)?.createdAt.toISOString() ?? null,
    ...total,
    entries: [...counts.values()].sort((one, other) => other.caught - one.caught),
  };
}

async function allowedBy(db: Db, siteId: string): Promise<ReadyList[]> {
  const rows = await findNamed(db, [siteId], []);
  return Promise.all(rows.map(async (row) => ({ ...row, words: await compiled(db, row) })));
}
