import { fromCursor } from "../cursor.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import type { Action } from "../decisions/contract.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { fingerprintOf, usedForAnother } from "../idempotency.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import { placesIn } from "../reviews/looking.ts";
import { assertSound } from "../sanctions/impose.ts";
import { patiently } from "../search/patience.ts";
import { chosenBy } from "../selections/conditions.ts";
import type { Picked, Selection } from "../selections/contract.ts";
import { type BatchReader, DECIDED_AT_ONCE, MOST_IN_A_BATCH } from "./contract.ts";
import { addChosen, addPicked } from "./items-store.ts";
import { PATIENCE } from "./preview.ts";
import { runBatch } from "./run.ts";
import { batchOfKey, countTotal, insertBatch } from "./store.ts";

interface What {
  action: Action;
  reason?: string | null;
  note?: string | null;
  /** What to do about those who wrote them. */
  reader?: BatchReader | null;
  /** The client's key of this batch: a second request with it answers the first one's. */
  key?: string;
}
export type ToDecideTogether = What &
  ({ comments: Picked } | { filter: Selection; seen: { count: number; until: string } });

/** A batch as far as it has come, and the articles whose public threads it may have changed. */
export interface Made {
  id: string;
  articleIds: Set<string>;
}

/**
 * Writes down what is to be decided, then decides it here when it is little; the workers go on with the rest. Throws AppError: not_found for a site they do
 * not moderate; conflict when more match the filter than were seen; unprocessable when it is more than a batch takes, or the key was used for something else.
 */
export async function makeBatch(
  db: Db,
  by: SignedIn,
  input: ToDecideTogether,
  now = new Date(),
): Promise<Made> {
  const { id, total } = await inTransaction(db, (tx) => write(tx, by, input, now));
  return { id, articleIds: total <= DECIDED_AT_ONCE ? await runBatch(db, id, now) : new Set() };
}

async function write(
  tx: Tx,
  by: SignedIn,
  input: ToDecideTogether,
  now: Date,
): Promise<{ id: string; total: number }> {
  const { action, reason = null, note = null, key = null, reader = null } = input;
  if (reader) assertSanctionable(input, reader, now);
  const meant = "comments" in input ? input.comments : [input.filter, input.seen];
  const fingerprint = fingerprintOf([action, reason, note, meant, ...(reader ? [reader] : [])]);
  const id = newId();
  const batch = {
    id,
    moderatorId: by.id,
    action,
    reason,
    note,
    reader,
    undoOf: null,
    key,
    fingerprint,
    beside: null,
    more: 0,
    createdAt: now,
  };
  if (!(await insertBatch(tx, batch))) return madeBefore(tx, by, key as string, fingerprint);
  if ("comments" in input) await addPicked(tx, id, input.comments);
  else await patiently(tx, PATIENCE, () => choose(tx, by, id, input));
  const total = await countTotal(tx, id);
  if ("filter" in input) assertSeen(total, input.seen.count);
  const data = {
    batchId: id,
    action,
    total,
    ...(reader && { reader }),
    ...("filter" in input && { filter: input.filter }),
  };
  await appendEvents(tx, [{ type: "batch.made", actor: `moderator/${by.id}`, data, live: null }], now);
  return { id, total };
}

function assertSanctionable({ action, reason }: What, { action: kind, until }: BatchReader, now: Date): void {
  if (action !== "reject")
    throw new AppError(
      "unprocessable",
      "Only a rejection can do something about those who wrote the comments.",
    );
  assertSound({ kind, until, words: reason }, now);
}

/** The batch that this key has made. Throws AppError("unprocessable") when it was for something else. */
export async function madeBefore(
  tx: Tx,
  by: SignedIn,
  key: string,
  fingerprint: string,
): Promise<{ id: string; total: number }> {
  const before = await batchOfKey(tx, by.id, key);
  if (before?.fingerprint !== fingerprint) throw usedForAnother();
  return before;
}

async function choose(
  tx: Tx,
  by: SignedIn,
  batchId: string,
  { filter, seen }: { filter: Selection; seen: { until: string } },
): Promise<void> {
  const values: unknown[] = [];
  const where = await chosenBy(tx, by, filter, placesIn(values));
  const until = fromCursor(seen.until, ["time", "uuid"]) as [string, string];
  await addChosen(tx, batchId, { where, values, until });
}

function assertSeen(total: number, seen: number): void {
  if (total > MOST_IN_A_BATCH)
    throw new AppError(
      "unprocessable",
      `A batch takes ${MOST_IN_A_BATCH.toLocaleString("en")} comments at most. Narrow the filter.`,
    );
  if (total > seen)
    throw new AppError(
      "conflict",
      `There are ${total} comments now and you saw ${seen}. Look again before you decide them.`,
      { count: total },
    );
}
