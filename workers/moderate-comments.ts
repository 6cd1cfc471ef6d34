import { type Db, inTransaction } from "../server/db/pool.ts";
import { decide } from "../server/decisions/decide.ts";
import { judged } from "../server/metrics.ts";
import { sampleApproved } from "../server/samples/choose.ts";
import { saveScores } from "../server/scoring/store.ts";
import { markUnscored } from "../server/scoring/unscored-store.ts";
import { refreshSearch } from "../server/search/refresh.ts";
import { learnWords } from "../server/search/vocabulary.ts";
import { approvedIn, judge, read, type ScorersOf, sharesIn } from "./judge.ts";
import { findPending } from "./pending-store.ts";

/**
 * Scores and judges those of these comments that nobody has decided, and writes scores and decisions in one transaction. Safe to run twice, or
 * while people decide: what was decided or edited meanwhile is left as it is, since decide() refuses a stale or late verdict.
 */
export async function moderateComments(db: Db, scorersOf: ScorersOf, commentIds: string[]): Promise<void> {
  try {
    await moderateTogether(db, scorersOf, commentIds);
  } catch (error) {
    if (commentIds.length === 1) throw error;
    // One comment that cannot be judged must not hold up its neighbours: each alone, and the job fails for those that fail.
    const alone = await Promise.allSettled(commentIds.map((id) => moderateTogether(db, scorersOf, [id])));
    const failed = alone.find((one) => one.status === "rejected");
    if (failed) throw failed.reason;
  }
}

async function moderateTogether(db: Db, scorersOf: ScorersOf, commentIds: string[]): Promise<void> {
  const comments = await findPending(db, commentIds);
  if (comments.length === 0) return;
  const readings = await Promise.all(
    comments.map(async (comment) => ({
      comment,
      reading: await read(scorersOf, comment.siteId, comment.text),
    })),
  );
  const now = new Date();
  const judgements = await judge(db, readings, now);
  const scorings = judgements.map(({ comment, reading }) => ({
    commentId: comment.id,
    revision: comment.revision,
    scorings: reading.answers,
  }));
  const outcomes = await inTransaction(db, async (tx) => {
    // Scores first: the queue is found by them.
    await saveScores(tx, scorings);
    await markUnscored(tx, scorings);
    const decided = await decide(
      tx,
      judgements.map(({ verdict }) => verdict),
      now,
    );
    await sampleApproved(tx, approvedIn(decided), sharesIn(judgements), now);
    await refreshSearch(
      tx,
      scorings.map(({ commentId }) => commentId),
    );
    return decided;
  });
  await learnWords(db, comments);
  for (const outcome of outcomes) if ("decided" in outcome) judged.inc({ action: outcome.decided.action });
}
