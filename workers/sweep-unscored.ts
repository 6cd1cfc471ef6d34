import type { Db } from "../server/db/pool.ts";
import { log } from "../server/log.ts";
import { isScored } from "../server/scoring/score-all.ts";
import {
  claimUnscored,
  type DueComment,
  dropUnscored,
  postponeUnscored,
} from "../server/scoring/unscored-store.ts";
import { read, type ScorersOf } from "./judge.ts";
import { findToRescore, type JudgedComment } from "./pending-store.ts";
import { keepFirstScores, type Rescored } from "./rescore-comments.ts";

const BATCH = 200;
/** Asked at once for one site, after the first has had an answer. */
const AT_ONCE = 4;
/** A round ends after this long, in ms, whatever is left: claims last a minute. */
const ROUND = 30_000;

/**
 * Scores comments that nothing could score, once their scorers answer again, and lets the rules look again. The first comment of each site tries whether
 * anybody answers; while nobody does, the others wait. Several processes may sweep at once. Answers how many got their score.
 */
export async function sweepUnscored(db: Db, scorersOf: ScorersOf): Promise<number> {
  const due = await claimUnscored(db, BATCH);
  if (due.length === 0) return 0;
  const comments = new Map(
    (
      await findToRescore(
        db,
        due.map(({ commentId }) => commentId),
      )
    ).map((comment) => [comment.id, comment]),
  );
  const ended = Date.now() + ROUND;
  const sites = [...new Set(due.map(({ siteId }) => siteId))];
  const counts = await Promise.all(
    sites.map((siteId) => sweepSite(db, scorersOf, mine(due, siteId, comments), ended)),
  );
  const scored = counts.reduce((sum, count) => sum + count, 0);
  if (scored > 0) log.info({ comments: scored }, "Comments that had no score have one now");
  // Withdrawn, or pending again after an edit: then their own job scores them.
  const gone = due.filter(({ commentId }) => !isWaiting(comments.get(commentId)));
  await dropUnscored(
    db,
    gone.map(({ commentId }) => commentId),
  );
  return scored;
}

const isWaiting = (comment: JudgedComment | undefined): comment is JudgedComment =>
  comment !== undefined && comment.status !== "pending" && comment.status !== "withdrawn";

function mine(due: DueComment[], siteId: string, comments: Map<string, JudgedComment>): JudgedComment[] {
  return due.flatMap((one) => {
    const comment = comments.get(one.commentId);
    return one.siteId === siteId && isWaiting(comment) ? [comment] : [];
  });
}

async function sweepSite(
  db: Db,
  scorersOf: ScorersOf,
  comments: JudgedComment[],
  ended: number,
): Promise<number> {
  let scored = 0;
  let i = 0;
  while (i < comments.length && Date.now() < ended) {
    const some = comments.slice(i, i + (scored === 0 ? 1 : AT_ONCE));
    const read = await reread(scorersOf, some);
    const answered = read.filter(({ reading }) => reading.answers.some(isScored)).length;
    await keepFirstScores(db, read);
    scored += answered;
    i += some.length;
    if (answered < some.length && !read.every(isSettled)) break;
  }
  await postponeUnscored(
    db,
    comments.slice(i).map(({ id }) => id),
  );
  return scored;
}

/** Scored, or never to be: nothing that says that a scorer is away. */
function isSettled({ reading }: Rescored): boolean {
  return reading.answers.some(isScored) || reading.answers.every((a) => "lasting" in a || "language" in a);
}

function reread(scorersOf: ScorersOf, comments: JudgedComment[]): Promise<Rescored[]> {
  return Promise.all(
    comments.map(async (comment) => ({
      comment,
      reading: await read(scorersOf, comment.siteId, comment.text),
    })),
  );
}
