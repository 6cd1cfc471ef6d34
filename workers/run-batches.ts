import { runChunk } from "../server/batches/run.ts";
import { findUnfinished } from "../server/batches/store.ts";
import type { Db } from "../server/db/pool.ts";

/** Batches looked at in one go; others wait for the next. */
const AT_ONCE = 20;
/** Chunks decided in one round, so that a process that stops need not wait for a large batch. */
const A_ROUND = 40;

/**
 * Goes on with every batch that is not finished, a chunk of each in turn, so that a small one never waits for a large one. The batches themselves are the list of
 * what is to be done: whatever process began one, and whatever the job queue forgets, it comes to its end. One that fails holds up no other; its error is thrown
 * once the others have had their turn. Answers how many chunks were decided.
 */
export async function runBatches(db: Db): Promise<number> {
  let chunks = 0;
  const failed = new Map<string, unknown>();
  while (chunks < A_ROUND) {
    const unfinished = await findUnfinished(db, AT_ONCE + failed.size);
    const next = unfinished.filter((id) => !failed.has(id));
    if (next.length === 0) break;
    for (const id of next) await runChunk(db, id).catch((error) => failed.set(id, error));
    chunks += next.length;
  }
  for (const error of failed.values()) throw error;
  return chunks;
}
