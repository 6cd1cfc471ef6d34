import type { Tx } from "../db/pool.ts";
import { decide, type Outcome, type Verdict } from "../decisions/decide.ts";
import { type DecisionRow, latestDecisions, type NewDecision } from "../decisions/store.ts";
import { appealedAmong } from "./beside-store.ts";
import type { BatchOutcome } from "./contract.ts";
import { type Ended, saveOutcomes } from "./store.ts";

/** Decides items of a batch and notes what became of each; what cannot be decided stays as it is. Answers what was decided, and the articles of it. */
export async function decideItems(
  tx: Tx,
  batchId: string,
  asked: Verdict[],
  now: Date,
): Promise<{ articleIds: string[]; decided: NewDecision[] }> {
  // An appeal is judged blind and for itself; what one has decided oneself may be taken back all the same.
  const own = ({ action, undo }: Verdict): boolean => action === "undo" && !undo?.leadsTo;
  const decidable = asked.filter((verdict) => !own(verdict)).map(({ commentId }) => commentId);
  const appealed = await appealedAmong(tx, decidable);
  const verdicts = asked.filter(({ commentId }) => !appealed.has(commentId));
  const left = [...appealed].map((commentId): Ended => ({ commentId, outcome: "appealed" }));
  const outcomes = await decide(
    tx,
    verdicts.map((verdict) => ({ ...verdict, batchId })),
    now,
  );
  const ids = verdicts.map(({ commentId }) => commentId);
  const refused = ids.filter((_, i) => !("decided" in (outcomes[i] as Outcome)));
  const latest = refused.length > 0 ? await latestDecisions(tx, refused) : new Map<string, DecisionRow>();
  await saveOutcomes(tx, batchId, [
    ...left,
    ...ids.map((id, i) => endOf(id, outcomes[i] as Outcome, latest.get(id))),
  ]);
  const decided = outcomes.flatMap((outcome) => ("decided" in outcome ? [outcome.decided] : []));
  return { articleIds: decided.map(({ articleId }) => articleId), decided };
}

const WHY: Record<Exclude<Extract<Outcome, { refused: string }>["refused"], "claimed">, BatchOutcome> = {
  stale: "changed",
  refused: "not-allowed",
  escalated: "not-allowed",
  blind: "appealed",
  missing: "not-found",
};

function endOf(commentId: string, outcome: Outcome, latest: DecisionRow | undefined): Ended {
  if ("decided" in outcome) return { commentId, outcome: "decided", decisionId: outcome.decided.id };
  if (outcome.refused === "claimed")
    return { commentId, outcome: "claimed", moderatorId: outcome.claim.moderatorId };
  // Who decided what is contested is not told.
  const by = outcome.refused === "blind" ? null : (latest?.id ?? null);
  return { commentId, outcome: WHY[outcome.refused], decisionId: by };
}
