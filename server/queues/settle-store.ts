import type { Queryable } from "../db/pool.ts";
import type { NewDecision } from "../decisions/store.ts";

/** What one decision settled. */
export interface Settled {
  what: "reports" | "appeal" | "escalation";
  decisionId: string;
  ids: string[];
}

/** Closes what these decisions settle and opens again what the decisions that they take back had settled, in one statement. */
export async function settleOpen(tx: Queryable, decisions: NewDecision[], now: Date): Promise<Settled[]> {
  const { rows } = await tx.query<Settled>({
    name: "settle-open",
    text: `with d as (
        select * from json_to_recordset($1::json) as d(id uuid, "commentId" uuid, action text, status text, "moderatorId" uuid, "undoOf" uuid)
      ), reports_again as (
        update reports r set closed_at = null, decision_id = null from d where r.decision_id = d."undoOf"
      ), appeals_again as (
        update appeals a set outcome = null, decided_at = null, decided_by = null, decision_id = null from d where a.decision_id = d."undoOf"
      ), escalations_again as (
        update escalations e set ended = null, ended_at = null, ended_by = null, decision_id = null from d where e.decision_id = d."undoOf"
          and not exists (select from escalations o where o.comment_id = e.comment_id and o.ended is null)
      ), closed as (
        update reports r set closed_at = $2, decision_id = d.id from d
          where r.comment_id = d."commentId" and r.closed_at is null and d.action in ('approve', 'reject') returning d.id as decision, r.id
      ), granted as (
        update appeals a set outcome = 'overturned', decided_at = $2, decided_by = d."moderatorId", decision_id = d.id from d
          where a.comment_id = d."commentId" and a.outcome is null and d.status <> 'rejected' returning d.id as decision, a.id
      ), ended as (
        update escalations e set ended = 'decided', ended_at = $2, ended_by = d."moderatorId", decision_id = d.id from d
          where e.comment_id = d."commentId" and e.ended is null and d.action <> 'undo' returning d.id as decision, e.id
      )
      select what, decision as "decisionId", array_agg(id) as ids from (
        select 'reports' as what, * from closed union all select 'appeal', * from granted union all select 'escalation', * from ended
      ) settled group by what, decision`,
    values: [JSON.stringify(decisions), now],
  });
  return rows;
}

/** Those of these comments that wait for an owner, where the moderator who would decide is none. */
export async function awaitingOwner(
  db: Queryable,
  asked: { commentId: string; moderatorId: string }[],
): Promise<Set<string>> {
  if (asked.length === 0) return new Set();
  const { rows } = await db.query<{ commentId: string }>({
    name: "awaiting-owner",
    text: `select e.comment_id as "commentId" from json_to_recordset($1::json) as a("commentId" uuid, "moderatorId" uuid)
      join escalations e on e.comment_id = a."commentId" and e.ended is null
      join moderators m on m.id = a."moderatorId" and m.role <> 'owner'`,
    values: [JSON.stringify(asked)],
  });
  return new Set(rows.map((row) => row.commentId));
}
