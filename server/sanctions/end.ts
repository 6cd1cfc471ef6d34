import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { takeEnded } from "./store.ts";
import { sanctionEvent } from "./view.ts";

/** Writes into the log which sanctions' time is over. They are in force no longer whether it has run or not. Answers how many. */
export function endSanctions(db: Db, now = new Date(), limit = 500): Promise<number> {
  return inTransaction(db, async (tx) => {
    const ended = await takeEnded(tx, now, limit);
    await appendEvents(
      tx,
      ended.map((sanction) => sanctionEvent("sanction.ended", sanction, "system")),
      now,
    );
    return ended.length;
  });
}
