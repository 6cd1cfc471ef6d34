import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import type { Verdict } from "../decisions/decide.ts";
import { type Locked, lockComments } from "../decisions/store.ts";
import { appendEvents, tellLive } from "../events/append.ts";
import { maySee } from "../moderators/access.ts";
import { rightsNow } from "../moderators/rights.ts";
import { lift } from "../sanctions/lift.ts";
import { sanctionsOfDecisions } from "../sanctions/store.ts";
import { decideItems } from "./decide-items.ts";
import { sanctionReaders } from "./sanction-readers.ts";
import {
  type BatchRow,
  countOutcomes,
  finishBatch,
  type Item,
  lockBatch,
  nextItems,
  saveOutcomes,
} from "./store.ts";

/** Comments decided in one transaction: few enough that nobody who wants one of them waits for longer than a blink. */
const CHUNK = 100;

/** Decides a batch to its end; answers the articles whose public threads it may have changed. */
export async function runBatch(db: Db, batchId: string, now?: Date): Promise<Set<string>> {
  const articleIds = new Set<string>();
  for (;;) {
    const chunk = await runChunk(db, batchId, now);
    for (const id of chunk.articleIds) articleIds.add(id);
    if (chunk.finished) return articleIds;
  }
}

/**
 * Decides the next comments of a batch, in one transaction, by the rights its maker has now. Several may ask at once, also from several processes: they
 * take turns, and no comment has two. What cannot be decided is noted with why and left as it is.
 */
export function runChunk(
  db: Db,
  batchId: string,
  now = new Date(),
): Promise<{ finished: boolean; articleIds: string[] }> {
  return inTransaction(db, async (tx) => {
    const batch = await lockBatch(tx, batchId);
    if (!batch || batch.finishedAt) return { finished: true, articleIds: [] };
    const items = await nextItems(tx, batchId, CHUNK);
    const { articleIds } = await decideNext(tx, batch, items, now);
    const finished = items.length < CHUNK;
    const live = { batchId, moderatorId: batch.moderatorId };
    if (finished) {
      await finishBatch(tx, batchId, now);
      const data = { batchId, action: batch.action, outcomes: await countOutcomes(tx, batchId) };
      await appendEvents(
        tx,
        [{ type: "batch.finished", actor: `moderator/${batch.moderatorId}`, data, live }],
        now,
      );
    } else await tellLive(tx, { type: "batch.progressed", ...live }, now);
    return { finished, articleIds };
  });
}

/** Decides what the batch's maker may see; of the rest it is noted that there is none. */
async function decideNext(
  tx: Tx,
  batch: BatchRow,
  items: Item[],
  now: Date,
): Promise<{ articleIds: string[] }> {
  const by = await rightsNow(tx, batch.moderatorId);
  const comments = await lockComments(
    tx,
    items.map(({ commentId }) => commentId),
  );
  const visible = items.filter(({ commentId }) => {
    const comment = comments.get(commentId);
    return by !== null && comment !== undefined && maySee(by, comment);
  });
  const unseen = items.filter((item) => !visible.includes(item));
  await saveOutcomes(
    tx,
    batch.id,
    unseen.map(({ commentId }) => ({ commentId, outcome: "not-found" })),
  );
  const verdicts = visible.map((item) => verdictOf(batch, item));
  const { articleIds, decided } = await decideItems(tx, batch.id, verdicts, now);
  if (by && batch.reader) {
    const written = decided.map((decision) => ({
      decision,
      readerId: (comments.get(decision.commentId) as Locked).readerId,
    }));
    await sanctionReaders(tx, by, batch, written, now);
  }
  const undone = visible.flatMap(({ undo }) => (undo ? [undo.decisionId] : []));
  if (by && undone.length > 0) {
    // Also where the comment itself has been decided anew since.
    const sanctions = await sanctionsOfDecisions(tx, undone);
    await lift(tx, by, sanctions, { reason: batch.note, undoing: true }, now);
  }
  return { articleIds };
}

function verdictOf(batch: BatchRow, { commentId, version, undo }: Item): Verdict {
  return {
    commentId,
    actor: { kind: "moderator", id: batch.moderatorId },
    action: batch.action,
    seen: { version },
    reason: batch.reason,
    note: batch.note,
    ...(undo && { undo }),
  };
}
