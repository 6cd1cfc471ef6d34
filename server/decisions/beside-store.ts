import type { Queryable } from "../db/pool.ts";
import type { Others } from "./contract.ts";
import type { DecisionRow } from "./store.ts";

/** What is needed of a decision to take it back. */
export type Undoable = Pick<DecisionRow, "id" | "commentId" | "version" | "statusBefore" | "queuedAtBefore">;

/** What else this comment's reader has waiting, the longest wait first, at most `limit`; and how many there are. */
export async function waitingBeside(
  db: Queryable,
  commentId: string,
  limit: number,
): Promise<{ ids: string[]; count: number }> {
  const { rows } = await db.query<{ id: string; count: number }>(
    `select w.id, count(*) over ()::int as count from comments c join comments w
       on w.reader_id = c.reader_id and w.status in ('held', 'pending') and w.id <> c.id
     where c.id = $1 order by w.created_at, w.id limit $2`,
    [commentId, limit],
  );
  return { ids: rows.map(({ id }) => id), count: rows[0]?.count ?? 0 };
}

export async function saveOthers(tx: Queryable, decisionId: string, others: Others): Promise<void> {
  await tx.query(`insert into decided_beside (decision_id, outcomes, left_over) values ($1, $2, $3)`, [
    decisionId,
    JSON.stringify(others.outcomes),
    others.left,
  ]);
}

/** What was decided beside this decision. */
export async function othersBeside(db: Queryable, decisionId: string): Promise<Others | null> {
  const { rows } = await db.query<Others>(
    `select outcomes, left_over as "left" from decided_beside where decision_id = $1`,
    [decisionId],
  );
  return rows[0] ?? null;
}

/** The decisions made beside this one. */
export async function decisionsBeside(db: Queryable, decisionId: string): Promise<Undoable[]> {
  const { rows } = await db.query<Undoable>(
    `select d.id, d.comment_id as "commentId", d.version, d.status_before as "statusBefore", d.queued_at_before as "queuedAtBefore"
     from decided_beside b cross join json_array_elements(b.outcomes) o join decisions d on d.id = (o->>'decisionId')::uuid
     where b.decision_id = $1`,
    [decisionId],
  );
  return rows;
}
