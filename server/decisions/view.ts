import type { Decision } from "./contract.ts";
import type { DecisionRow } from "./store.ts";

const NAMES = { rules: "The site's rules", reader: "The author" } as const;

export function decisionView(row: DecisionRow): Decision {
  return {
    id: row.id,
    commentId: row.commentId,
    action: row.action,
    statusBefore: row.statusBefore,
    status: row.status,
    version: row.version,
    actor: { kind: row.actor, name: whoDecided(row) },
    reason: row.reason,
    note: row.note,
    undoOf: row.undoOf,
    createdAt: row.createdAt.toISOString(),
  };
}

export function whoDecided(row: Pick<DecisionRow, "actor" | "moderatorName">): string {
  return row.actor === "moderator" ? (row.moderatorName ?? "A moderator") : NAMES[row.actor];
}
