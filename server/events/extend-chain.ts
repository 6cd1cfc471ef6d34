import { type Db, inTransaction } from "../db/pool.ts";
import { nextHash } from "./chain.ts";
import {
  chainEnd,
  eventsBetween,
  findWriters,
  type Link,
  lastHandedOut,
  lockChain,
  saveLinks,
} from "./chain-store.ts";

/** Events in one transaction. */
const BLOCK = 2_000;

/**
 * Makes the verb that chains events after they were committed, so that writing them waits for nobody; call it again and again. Events come to be
 * seen in another order than that of their ids. So each round looks which ids are handed out and then who is writing; once all of those have
 * ended, nothing can come to be seen below that id any more, and the chain goes on up to it. Answers how many events were chained. Several
 * processes may do so at once.
 */
export function chaining(db: Db): () => Promise<number> {
  let settling: { upTo: string; writers: Set<string> } | null = null;
  let settled = "0";

  return async () => {
    const handedOut = await lastHandedOut(db);
    const writing = await findWriters(db);
    if (settling && !writing.some((id) => settling?.writers.has(id))) {
      settled = settling.upTo;
      settling = null;
    }
    if (writing.length === 0) settled = handedOut;
    else settling ??= { upTo: handedOut, writers: new Set(writing) };
    let chained = 0;
    for (;;) {
      const block = await extend(db, settled);
      chained += block;
      if (block < BLOCK) return chained;
    }
  };
}

function extend(db: Db, upTo: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await lockChain(tx))) return 0;
    const end = await chainEnd(tx);
    let before = end.hash;
    const links: Link[] = [];
    for (const event of await eventsBetween(tx, end.eventId, upTo, BLOCK)) {
      before = nextHash(before, event);
      links.push({ eventId: event.id, hash: before });
    }
    if (links.length > 0) await saveLinks(tx, links);
    return links.length;
  });
}
