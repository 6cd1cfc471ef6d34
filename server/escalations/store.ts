import type { Queryable } from "../db/pool.ts";
import type { Escalation } from "./contract.ts";

export interface EscalationRow {
  id: string;
  commentId: string;
  siteId: string;
  moderatorId: string;
  moderatorName: string;
  note: string;
  createdAt: Date;
  ended: Escalation["ended"];
  endedAt: Date | null;
  endedBy: string | null;
  endedByName: string | null;
  answer: string | null;
}

const SELECT = `select e.id, e.comment_id as "commentId", e.site_id as "siteId", e.moderator_id as "moderatorId", m.name as "moderatorName", e.note,
    e.created_at as "createdAt", e.ended, e.ended_at as "endedAt", e.ended_by as "endedBy", o.name as "endedByName", e.answer
  from escalations e join moderators m on m.id = e.moderator_id left join moderators o on o.id = e.ended_by`;

export async function findEscalation(db: Queryable, id: string): Promise<EscalationRow | null> {
  const { rows } = await db.query<EscalationRow>(`${SELECT} where e.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The latest escalation of each of these comments. */
export async function latestEscalations(
  db: Queryable,
  commentIds: string[],
): Promise<Map<string, EscalationRow>> {
  const { rows } = await db.query<EscalationRow>({
    name: "latest-escalations",
    text: `select distinct on (e."commentId") e.* from (${SELECT} where e.comment_id = any($1)) e order by e."commentId", e."createdAt" desc, e.id desc`,
    values: [commentIds],
  });
  return new Map(rows.map((row) => [row.commentId, row]));
}

/** Stores an escalation; false where the comment waits for an owner already. */
export async function insertEscalation(
  tx: Queryable,
  escalation: Pick<EscalationRow, "id" | "commentId" | "siteId" | "moderatorId" | "note">,
  now: Date,
): Promise<boolean> {
  const { id, commentId, siteId, moderatorId, note } = escalation;
  const { rowCount } = await tx.query(
    `insert into escalations (id, comment_id, site_id, moderator_id, note, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [id, commentId, siteId, moderatorId, note, now],
  );
  return rowCount === 1;
}

/** Ends an escalation, or with `ended` null opens it again. */
export async function saveEnd(
  tx: Queryable,
  id: string,
  end: Pick<EscalationRow, "ended" | "endedBy" | "answer">,
  now: Date,
): Promise<void> {
  await tx.query(
    `update escalations set ended = $2, ended_by = $3, answer = $4, ended_at = case when $2::text is null then null else $5::timestamptz end where id = $1`,
    [id, end.ended, end.endedBy, end.answer, now],
  );
}
