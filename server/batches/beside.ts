import type { Tx } from "../db/pool.ts";
import type { Decision, Others } from "../decisions/contract.ts";
import type { Verdict } from "../decisions/decide.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { othersBeside } from "./beside-store.ts";
import type { Batch } from "./contract.ts";
import { decideItems } from "./decide-items.ts";
import { addPicked, addUndone } from "./items-store.ts";
import { countOutcomes, countTotal, finishBatch, insertBatch } from "./store.ts";

interface Beside {
  decision: Pick<Decision, "id" | "reason" | "note">;
  moderatorId: string;
  action: Batch["action"];
  /** How many more there were than one request takes. */
  more: number;
  /** The batch that this one takes back; `partly`: not all of it, so that the rest may be taken back by others. */
  undoOf: string | null;
  partly?: boolean;
}

/**
 * Decides other comments beside a decision, in its transaction, as a batch of their own: what a colleague is on, or has decided meanwhile, stays as it is and
 * is listed. The comments are locked already.
 */
export async function decideBeside(
  tx: Tx,
  { decision, moderatorId, action, more, undoOf, partly = false }: Beside,
  verdicts: (Verdict & { seen: { version: number } })[],
  now: Date,
): Promise<{ others: Others; articleIds: string[] }> {
  const { id: beside, reason, note } = decision;
  const id = newId();
  const none = { key: null, fingerprint: "" };
  await insertBatch(tx, {
    id,
    moderatorId,
    action,
    reason,
    note,
    undoOf: partly ? null : undoOf,
    beside,
    more,
    createdAt: now,
    ...none,
  });
  const picked = verdicts.map(({ commentId, seen }) => ({ id: commentId, version: seen.version }));
  if (undoOf) await addUndone(tx, id, undoOf, { among: verdicts.map(({ commentId }) => commentId) });
  else await addPicked(tx, id, picked);
  const data = { batchId: id, action, total: await countTotal(tx, id), beside, ...(undoOf && { undoOf }) };
  const { articleIds } = await decideItems(
    tx,
    id,
    verdicts.map((verdict) => ({ ...verdict, beside })),
    now,
  );
  await finishBatch(tx, id, now);
  const outcomes = await countOutcomes(tx, id);
  const actor = `moderator/${moderatorId}`;
  await appendEvents(
    tx,
    [
      { type: "batch.made", actor, data, live: null },
      { type: "batch.finished", actor, data: { batchId: id, action, outcomes }, live: null },
    ],
    now,
  );
  return { others: (await othersBeside(tx, beside)) as Others, articleIds };
}
