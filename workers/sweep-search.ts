import { type Db, inTransaction } from "../server/db/pool.ts";
import { lockComments } from "../server/decisions/store.ts";
import { findUnsearchable, refreshSearch } from "../server/search/refresh.ts";
import { learnWords } from "../server/search/vocabulary.ts";

const A_TIME = 500;
/** Between two looks through all comments, in ms; one look at a million takes about a second. */
const REST = 10 * 60_000;

/**
 * Makes a sweep that makes comments findable that are not, or not as they are now: all those from before an upgrade, then whatever was put in past this
 * application. Each call does one bounded part and answers how many it mended.
 */
export function searchSweep(db: Db): (now?: number) => Promise<number> {
  let after: string | null = null;
  let next = 0;
  return async (now = Date.now()) => {
    if (now < next) return 0;
    const found = await findUnsearchable(db, { after, limit: A_TIME });
    const done = found.length < A_TIME;
    after = done ? null : (found.at(-1)?.id ?? null);
    if (done) next = now + REST;
    if (found.length === 0) return 0;
    const ids = found.map(({ id }) => id);
    await inTransaction(db, async (tx) => {
      await lockComments(tx, ids);
      await refreshSearch(tx, ids);
    });
    await learnWords(db, found);
    return found.length;
  };
}
