import type { Appeal, OwnAppeal } from "./contract.ts";
import type { AppealRow } from "./store.ts";

export function ownAppealView(row: AppealRow): OwnAppeal {
  const { id, commentId, text, outcome } = row;
  return { id, commentId, text, createdAt: row.createdAt.toISOString(), outcome };
}

/** An appeal as this moderator sees it. */
export function appealView(
  row: AppealRow & { ownJudgement: Appeal["ownJudgement"] },
  moderatorId: string,
): Appeal {
  return {
    id: row.id,
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    outcome: row.outcome,
    mayDecide: row.outcome === null && row.contestedBy !== moderatorId,
    ownJudgement: row.ownJudgement,
  };
}
