import type { Tx } from "../db/pool.ts";
import { decide, type Outcome, type Verdict } from "../decisions/decide.ts";
import { type DecisionRow, latestDecisions } from "../decisions/store.ts";
import type { BatchOutcome } from "./contract.ts";
import { type Ended, saveOutcomes } from "./store.ts";

/** Decides items of a batch and notes what became of each; what cannot be decided stays as it is. Answers the articles of what was decided. */
export async function decideItems(
  tx: Tx,
  batchId: string,
  verdicts: Verdict[],
  now: Date,
): Promise<{ articleIds: string[] }> {
  const outcomes = await decide(
    tx,
    verdicts.map((verdict) => ({ ...verdict, batchId })),
    now,
  );
  const ids = verdicts.map(({ commentId }) => commentId);
  const refused = ids.filter((_, i) => !("decided" in (outcomes[i] as Outcome)));
  const latest = refused.length > 0 ? await latestDecisions(tx, refused) : new Map<string, DecisionRow>();
  await saveOutcomes(
    tx,
    batchId,
    ids.map((id, i) => endOf(id, outcomes[i] as Outcome, latest.get(id))),
  );
  return {
    articleIds: outcomes.flatMap((outcome) => ("decided" in outcome ? [outcome.decided.articleId] : [])),
  };
}

const WHY: Record<Exclude<Extract<Outcome, { refused: string }>["refused"], "claimed">, BatchOutcome> = {
  stale: "changed",
  refused: "not-allowed",
  escalated: "not-allowed",
  missing: "not-found",
};

function endOf(commentId: string, outcome: Outcome, latest: DecisionRow | undefined): Ended {
  if ("decided" in outcome) return { commentId, outcome: "decided", decisionId: outcome.decided.id };
  if (outcome.refused === "claimed")
    return { commentId, outcome: "claimed", moderatorId: outcome.claim.moderatorId };
  return { commentId, outcome: WHY[outcome.refused], decisionId: latest?.id ?? null };
}
