import type { Queryable } from "../db/pool.ts";
import type { Verdict } from "../decisions/decide.ts";
import type { Batch, BatchOutcome, BatchReader, UndoneRule } from "./contract.ts";

export interface BatchRow {
  id: string;
  moderatorId: string;
  moderatorName: string;
  action: Batch["action"];
  reason: string | null;
  note: string | null;
  reader: BatchReader | null;
  rule: UndoneRule | null;
  undoOf: string | null;
  undoneBy: string | null;
  total: number;
  createdAt: Date;
  finishedAt: Date | null;
}

const SELECT = `select b.id, b.moderator_id as "moderatorId", m.name as "moderatorName", b.action, b.reason, b.note, b.reader, b.rule, b.undo_of as "undoOf",
    (select u.id from batches u where u.undo_of = b.id) as "undoneBy", b.total, b.created_at as "createdAt", b.finished_at as "finishedAt"
  from batches b join moderators m on m.id = b.moderator_id`;

export async function findBatch(db: Queryable, id: string): Promise<BatchRow | null> {
  const { rows } = await db.query<BatchRow>(`${SELECT} where b.id = $1`, [id]);
  return rows[0] ?? null;
}

/** A batch, locked until the transaction ends, so that only one goes on with it or takes it back. */
export async function lockBatch(tx: Queryable, id: string): Promise<BatchRow | null> {
  const { rows } = await tx.query<BatchRow>({
    name: "lock-batch",
    text: `${SELECT} where b.id = $1 for no key update of b`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Writes a batch that has no items yet; false when this moderator's key has made one before. */
export async function insertBatch(
  tx: Queryable,
  batch: Pick<BatchRow, "id" | "moderatorId" | "action" | "reason" | "note" | "undoOf" | "createdAt"> & {
    key: string | null;
    fingerprint: string;
    /** The decision it is made beside, and how many more there were than one request decides. */
    beside: string | null;
    more: number;
    reader?: BatchReader | null;
    rule?: UndoneRule | null;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into batches (id, moderator_id, action, reason, note, undo_of, key, fingerprint, total, created_at, beside, more, reader, rule)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11, $12, $13) on conflict (moderator_id, key) do nothing`,
    [
      batch.id,
      batch.moderatorId,
      batch.action,
      batch.reason,
      batch.note,
      batch.undoOf,
      batch.key,
      batch.fingerprint,
      batch.createdAt,
      batch.beside,
      batch.more,
      batch.reader ?? null,
      batch.rule ?? null,
    ],
  );
  return rowCount === 1;
}

export async function batchOfKey(
  db: Queryable,
  moderatorId: string,
  key: string,
): Promise<{ id: string; fingerprint: string; total: number } | null> {
  const { rows } = await db.query<{ id: string; fingerprint: string; total: number }>(
    `select id, fingerprint, total from batches where moderator_id = $1 and key = $2`,
    [moderatorId, key],
  );
  return rows[0] ?? null;
}

/** Says how many items there are, once they are written; answers it. */
export async function countTotal(tx: Queryable, batchId: string): Promise<number> {
  const { rows } = await tx.query<{ total: number }>(
    `update batches set total = (select count(*) from batch_items where batch_id = $1) where id = $1 returning total`,
    [batchId],
  );
  return (rows[0] as { total: number }).total;
}

export async function finishBatch(tx: Queryable, batchId: string, now: Date): Promise<void> {
  await tx.query(`update batches set finished_at = $2 where id = $1`, [batchId, now]);
}

/** Gives up what has not had its turn. */
export async function stopItems(tx: Queryable, batchId: string): Promise<void> {
  await tx.query(`update batch_items set outcome = 'stopped' where batch_id = $1 and outcome is null`, [
    batchId,
  ]);
}

/** Batches with items still to come, the longest waiting first. */
export async function findUnfinished(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: "unfinished-batches",
    text: `select id from batches where finished_at is null order by created_at limit $1`,
    values: [limit],
  });
  return rows.map(({ id }) => id);
}

/** How many items came to which end. */
export async function countOutcomes(db: Queryable, batchId: string): Promise<Batch["outcomes"]> {
  const { rows } = await db.query<{ outcome: BatchOutcome; n: number }>(
    `select outcome, count(*)::int as n from batch_items where batch_id = $1 and outcome is not null group by outcome`,
    [batchId],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}

/** A comment whose turn it is; in a batch that takes another back, with the decision to take back. */
export interface Item {
  commentId: string;
  version: number;
  undo: NonNullable<Verdict["undo"]> | null;
}

export async function nextItems(tx: Queryable, batchId: string, limit: number): Promise<Item[]> {
  const { rows } = await tx.query<
    Omit<Item, "undo"> & { decisionId: string | null } & NonNullable<Item["undo"]>
  >({
    name: "next-batch-items",
    text: `select i.comment_id as "commentId", i.version, i.leads_to as "leadsTo", d.id as "decisionId", d.status_before as "statusBefore",
        coalesce(d.queued_at_before, case when i.leads_to is not null then d.created_at end) as "queuedAtBefore"
      from batch_items i left join decisions d on d.id = i.undone_id
      where i.batch_id = $1 and i.outcome is null order by i.comment_id limit $2`,
    values: [batchId, limit],
  });
  return rows.map(({ commentId, version, decisionId, ...undo }) => ({
    commentId,
    version,
    undo: decisionId === null ? null : { decisionId, ...undo },
  }));
}

export interface Ended {
  commentId: string;
  outcome: BatchOutcome;
  decisionId?: string | null;
  moderatorId?: string | null;
}

export async function saveOutcomes(tx: Queryable, batchId: string, ended: Ended[]): Promise<void> {
  if (ended.length === 0) return;
  await tx.query({
    name: "save-batch-outcomes",
    text: `update batch_items i set outcome = e.outcome, decision_id = e."decisionId", moderator_id = e."moderatorId"
      from json_to_recordset($2::json) as e("commentId" uuid, outcome text, "decisionId" uuid, "moderatorId" uuid)
      where i.batch_id = $1 and i.comment_id = e."commentId"`,
    values: [batchId, JSON.stringify(ended)],
  });
}
