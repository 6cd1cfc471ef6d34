import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { cancel } from "./run-store.ts";
import type { BacktestRow } from "./store.ts";

/** Stops a back-test; the process that runs it notices within moments. Throws AppError("conflict") where it has come to its end. */
export function cancelBacktest(
  db: Db,
  { id, siteId, ruleId, version, definition }: BacktestRow,
  moderatorId: string,
  now = new Date(),
): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await cancel(tx, id, now)))
      throw new AppError("conflict", "This back-test has come to its end already. Read it to see how.");
    const data = { backtestId: id, name: definition.name, ruleId, version };
    await appendEvents(
      tx,
      [{ type: "backtest.cancelled", siteId, actor: `moderator/${moderatorId}`, data, live: null }],
      now,
    );
  });
}
