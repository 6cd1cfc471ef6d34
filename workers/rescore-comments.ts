import { type Db, inTransaction } from "../server/db/pool.ts";
import { decide, type Verdict } from "../server/decisions/decide.ts";
import { lockComments } from "../server/decisions/store.ts";
import { hintDesks } from "../server/events/hint-desks.ts";
import { judged } from "../server/metrics.ts";
import { refreshQueues } from "../server/queues/refresh.ts";
import { sampleApproved } from "../server/samples/choose.ts";
import { isScored } from "../server/scoring/score-all.ts";
import { saveScores } from "../server/scoring/store.ts";
import { dropUnscored, markUnscored } from "../server/scoring/unscored-store.ts";
import { refreshSearch } from "../server/search/refresh.ts";
import { approvedIn, judge, type Reading, sharesIn } from "./judge.ts";
import type { JudgedComment } from "./pending-store.ts";

export interface Rescored {
  comment: JudgedComment;
  reading: Reading;
}

/**
 * Keeps the new answers to comments that nothing had scored and, where there is a score now, lets the rules look again at what they decided without one. A comment
 * that anybody decided, edited or withdrew since it was read here is left as it is: decide() compares the version under lock. Answers how many were decided.
 */
export async function keepFirstScores(db: Db, rescored: Rescored[], now = new Date()): Promise<number> {
  if (rescored.length === 0) return 0;
  const withScore = rescored.filter(({ reading }) => reading.answers.some(isScored));
  const again = withScore.filter(({ comment }) => comment.status === "held" || comment.status === "approved");
  const judgements = await judge(db, again, now);
  const verdicts = judgements.flatMap(({ comment, verdict }) => lookAgain(comment, verdict));
  const scorings = rescored.map(({ comment, reading }) => ({
    commentId: comment.id,
    revision: comment.revision,
    scorings: reading.answers,
  }));
  const ids = rescored.map(({ comment }) => comment.id);
  const outcomes = await inTransaction(db, async (tx) => {
    await lockComments(tx, ids);
    await saveScores(tx, scorings);
    await markUnscored(tx, scorings);
    const decided = await decide(tx, verdicts, now);
    await sampleApproved(tx, approvedIn(decided), sharesIn(judgements), now);
    await refreshQueues(tx, ids);
    await refreshSearch(tx, ids);
    await dropUnscored(
      tx,
      withScore.map(({ comment }) => comment.id),
    );
    // Also of what stays as it is: its card shows a score now.
    for (const siteId of new Set(withScore.map(({ comment }) => comment.siteId))) await hintDesks(tx, siteId);
    return decided;
  });
  const decided = outcomes.flatMap((outcome) => ("decided" in outcome ? [outcome.decided] : []));
  for (const { action } of decided) judged.inc({ action });
  return decided.length;
}

/** What is published and may stay so needs no decision; what would be refused now, though it was public, waits for a person instead. */
function lookAgain({ status, version }: JudgedComment, verdict: Verdict): Verdict[] {
  if (status === "approved" && verdict.action === "approve") return [];
  const action = status === "approved" ? "hold" : verdict.action;
  return [
    {
      ...verdict,
      action,
      again: true,
      seen: { version },
      note: "Looked at again, because it has a score at last.",
    },
  ];
}
