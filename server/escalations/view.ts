import type { Escalation } from "./contract.ts";
import type { EscalationRow } from "./store.ts";

export function escalationView(row: EscalationRow): Escalation {
  return {
    id: row.id,
    commentId: row.commentId,
    by: { id: row.moderatorId, name: row.moderatorName },
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    ended: row.ended,
    endedBy: row.endedBy ? { id: row.endedBy, name: row.endedByName ?? "" } : null,
    endedAt: row.endedAt?.toISOString() ?? null,
    answer: row.answer,
  };
}
