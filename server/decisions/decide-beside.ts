import type { Tx } from "../db/pool.ts";
import { saveOthers } from "./beside-store.ts";
import type { Others } from "./contract.ts";
import { decide, type Outcome, type Verdict } from "./decide.ts";
import { latestDecisions } from "./store.ts";
import { whoDecided } from "./view.ts";

/**
 * Decides other comments beside a decision, in its transaction, and keeps what became of each: what a colleague is on, or has decided meanwhile, stays as it is and
 * is listed. The comments are locked already. `left`: how many more there were than one request takes.
 */
export async function decideBeside(
  tx: Tx,
  beside: { decisionId: string; left: number },
  verdicts: Verdict[],
  now: Date,
): Promise<{ others: Others; articleIds: string[] }> {
  const outcomes = await decide(
    tx,
    verdicts.map((verdict) => ({ ...verdict, beside: beside.decisionId })),
    now,
  );
  const changed = outcomes.flatMap((outcome, i) =>
    "refused" in outcome ? [(verdicts[i] as Verdict).commentId] : [],
  );
  const latest = await latestDecisions(tx, changed);
  const listed = outcomes.map((outcome, i): Others["outcomes"][number] => {
    const { commentId } = verdicts[i] as Verdict;
    if ("decided" in outcome)
      return { commentId, outcome: "decided", by: null, decisionId: outcome.decided.id };
    if (outcome.refused === "claimed")
      return { commentId, outcome: "claimed", by: outcome.claim.moderatorName, decisionId: null };
    const last = latest.get(commentId);
    return { commentId, outcome: "changed", by: last ? whoDecided(last) : null, decisionId: null };
  });
  const others: Others = { outcomes: listed, left: beside.left };
  await saveOthers(tx, beside.decisionId, others);
  return { others, articleIds: outcomes.flatMap(articleOf) };
}

const articleOf = (outcome: Outcome): string[] => ("decided" in outcome ? [outcome.decided.articleId] : []);
