import type { Queryable } from "../db/pool.ts";
import type { Others } from "../decisions/contract.ts";
import type { DecisionRow } from "../decisions/store.ts";
import type { Scope } from "../moderators/access.ts";
import { inScope } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";

/** What is needed of a decision to take it back. */
export type Undoable = Pick<DecisionRow, "id" | "commentId" | "version" | "statusBefore" | "queuedAtBefore">;

/** What else this comment's reader has waiting that may be seen, the longest wait first, at most `limit`; and how many there are. */
export async function waitingBeside(
  db: Queryable,
  commentId: string,
  scope: Scope,
  limit: number,
): Promise<{ ids: string[]; count: number }> {
  const values: unknown[] = [commentId, limit];
  const seen = inScope(scope, "w", placesIn(values));
  const { rows } = await db.query<{ id: string; count: number }>(
    `select w.id, count(*) over ()::int as count from comments c join comments w
       on w.reader_id = c.reader_id and w.status in ('held', 'pending') and w.id <> c.id
     where ${["c.id = $1", ...seen].join(" and ")} order by w.created_at, w.id limit $2`,
    values,
  );
  return { ids: rows.map(({ id }) => id), count: rows[0]?.count ?? 0 };
}

/** The batch that was decided beside this decision. */
export async function batchBeside(db: Queryable, decisionId: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(`select id from batches where beside = $1`, [decisionId]);
  return rows[0]?.id ?? null;
}

/** What became of what was decided beside this decision. */
export async function othersBeside(db: Queryable, decisionId: string): Promise<Others | null> {
  const { rows } = await db.query<Others>(
    `select b.id as "batchId", b.total, b.more,
       (select count(*)::int from batch_items i where i.batch_id = b.id and i.outcome = 'decided') as decided
     from batches b where b.beside = $1`,
    [decisionId],
  );
  return rows[0] ?? null;
}

/** The decisions made in a batch. */
export async function decisionsIn(db: Queryable, batchId: string): Promise<Undoable[]> {
  const { rows } = await db.query<Undoable>(
    `select d.id, d.comment_id as "commentId", d.version, d.status_before as "statusBefore", d.queued_at_before as "queuedAtBefore"
     from batch_items i join decisions d on d.id = i.decision_id where i.batch_id = $1 and i.outcome = 'decided'`,
    [batchId],
  );
  return rows;
}

/** Those of these comments whose refusal is contested. */
export async function appealedAmong(db: Queryable, ids: string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>({
    name: "appealed-among",
    text: `select comment_id as id from queue_entries where queue = 'appealed' and comment_id = any($1)`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}
