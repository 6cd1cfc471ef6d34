import { DECIDED_AT_ONCE, MOST_IN_A_BATCH } from "../batches/contract.ts";
import { type Made, madeBefore } from "../batches/make.ts";
import { runBatch } from "../batches/run.ts";
import { countTotal, insertBatch } from "../batches/store.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { fingerprintOf } from "../idempotency.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { RuleUndoWish } from "./contract.ts";
import { meantBy } from "./meant.ts";
import { addUndoneByRule } from "./store.ts";

interface Wish extends RuleUndoWish {
  siteId: string;
  id: string;
  reason: string;
  seen: { count: number };
  key?: string;
}

/**
 * Takes back what a rule did in a period, as a batch: each comment goes where the other rules had led, and what a person decided since stays. Throws AppError: not_found; conflict
 * when more would change than were seen; unprocessable as `meantBy`, for more than a batch takes, or when the key was used for something else.
 */
export async function undoRule(db: Db, by: SignedIn, wish: Wish, now = new Date()): Promise<Made> {
  const { id, total } = await inTransaction(db, (tx) => write(tx, by, wish, now));
  return { id, articleIds: total <= DECIDED_AT_ONCE ? await runBatch(db, id, now) : new Set() };
}

async function write(tx: Tx, by: SignedIn, wish: Wish, now: Date): Promise<{ id: string; total: number }> {
  const { siteId, reason, seen, key = null } = wish;
  const { rule, meant } = await meantBy(tx, wish, now);
  const undone = {
    id: rule.id,
    name: rule.definition.name,
    version: meant.version,
    from: meant.from.toISOString(),
    to: meant.to.toISOString(),
  };
  const id = newId();
  const fingerprint = fingerprintOf(["undo-rule", rule.id, wish.version, wish.from, wish.to, reason, seen]);
  const batch = { id, moderatorId: by.id, action: "undo" as const, reason: null, note: reason, undoOf: null };
  const made = await insertBatch(tx, {
    ...batch,
    rule: undone,
    key,
    fingerprint,
    beside: null,
    more: 0,
    createdAt: now,
  });
  if (!made) return madeBefore(tx, by, key as string, fingerprint);
  await addUndoneByRule(tx, id, meant, MOST_IN_A_BATCH + 1);
  const total = await countTotal(tx, id);
  assertSeen(total, seen.count);
  const { id: ruleId, ...data } = undone;
  await appendEvents(
    tx,
    [
      {
        type: "rule.undone",
        siteId,
        actor: `moderator/${by.id}`,
        data: { ...data, ruleId, batchId: id, total, reason },
      },
    ],
    now,
  );
  return { id, total };
}

function assertSeen(total: number, seen: number): void {
  if (total > MOST_IN_A_BATCH)
    throw new AppError(
      "unprocessable",
      `One undo takes back ${MOST_IN_A_BATCH.toLocaleString("en")} decisions at most. Choose a shorter period, then the next.`,
    );
  if (total > seen)
    throw new AppError(
      "conflict",
      `There are ${total} comments now and you saw ${seen}. Look again before you take them back.`,
      { count: total },
    );
}
