import { type Db, inTransaction } from "../server/db/pool.ts";
import type { RuleMatch } from "../server/decisions/contract.ts";
import { decide, type Verdict } from "../server/decisions/decide.ts";
import { judged, scored } from "../server/metrics.ts";
import { readerHistories } from "../server/readers/store.ts";
import { evaluate } from "../server/rules/evaluate.ts";
import { factsOf } from "../server/rules/facts.ts";
import { HELD_BY_PERSON, OTHERWISE, PRE_MODERATION, siteRules } from "../server/rules/site-rules.ts";
import { findWords } from "../server/rules/words.ts";
import { readLanguage } from "../server/scoring/read-language.ts";
import { scoreAll } from "../server/scoring/score-all.ts";
import type { Scored, Scorer, Unavailable } from "../server/scoring/scorer.ts";
import { saveScores } from "../server/scoring/store.ts";
import { sitesByIds } from "../server/sites/store.ts";
import { findPending, type PendingComment } from "./pending-store.ts";

interface Judged {
  comment: PendingComment;
  scorings: (Scored | Unavailable)[];
  verdict: Verdict;
}

/**
 * Scores and judges those of these comments that nobody has decided, and writes scores and decisions in one transaction. Safe to run twice, or
 * while people decide: what was decided or edited meanwhile is left as it is, since decide() refuses a stale or late verdict.
 */
export async function moderateComments(
  db: Db,
  scorers: readonly Scorer[],
  commentIds: string[],
): Promise<void> {
  try {
    await moderateTogether(db, scorers, commentIds);
  } catch (error) {
    if (commentIds.length === 1) throw error;
    // One comment that cannot be judged must not hold up its neighbours: each alone, and the job fails for those that fail.
    const alone = await Promise.allSettled(commentIds.map((id) => moderateTogether(db, scorers, [id])));
    const failed = alone.find((one) => one.status === "rejected");
    if (failed) throw failed.reason;
  }
}

async function moderateTogether(db: Db, scorers: readonly Scorer[], commentIds: string[]): Promise<void> {
  const comments = await findPending(db, commentIds);
  if (comments.length === 0) return;
  const [sites, readers, scorings] = await Promise.all([
    sitesByIds(db, [...new Set(comments.map((comment) => comment.siteId))]),
    readerHistories(db, [...new Set(comments.map((comment) => comment.readerId))]),
    Promise.all(comments.map(({ text }) => read(scorers, text))),
  ]);
  const now = new Date();
  const judgements = comments.map((comment, i): Judged => {
    const { settings } = sites.get(comment.siteId) as NonNullable<ReturnType<typeof sites.get>>;
    const { language, answers: mine } = scorings[i] as Reading;
    const facts = factsOf(
      {
        text: comment.text,
        language,
        scorings: mine,
        reader: readers.get(comment.readerId) as NonNullable<ReturnType<typeof readers.get>>,
        moderation: comment.articleModeration ?? settings.moderation,
        heldByPerson: comment.heldByPerson,
        bannedWords: findWords(comment.text, settings.bannedWords),
        depth: comment.depth,
      },
      now,
    );
    const rules = [...siteRules(settings), PRE_MODERATION, HELD_BY_PERSON];
    const { action, reason, matches } = evaluate(rules, facts, OTHERWISE);
    return { comment, scorings: mine, verdict: { ...verdictOf(comment, action, reason, matches), language } };
  });
  const outcomes = await inTransaction(db, async (tx) => {
    const decided = await decide(
      tx,
      judgements.map(({ verdict }) => verdict),
      now,
    );
    await saveScores(
      tx,
      judgements.map(({ comment, scorings: mine }) => ({
        commentId: comment.id,
        revision: comment.revision,
        scorings: mine,
      })),
    );
    return decided;
  });
  for (const outcome of outcomes) if ("decided" in outcome) judged.inc({ action: outcome.decided.action });
  for (const answer of scorings.flatMap(({ answers }) => answers)) {
    scored.inc({ scorer: answer.scorer, outcome: "unavailable" in answer ? "unavailable" : "scored" });
  }
}

interface Reading {
  language: string | null;
  answers: (Scored | Unavailable)[];
}

async function read(scorers: readonly Scorer[], text: string): Promise<Reading> {
  const language = await readLanguage(text);
  return { language, answers: await scoreAll(scorers, text, language) };
}

function verdictOf(
  comment: PendingComment,
  action: "approve" | "hold" | "reject",
  reason: string | null,
  matches: RuleMatch[],
): Verdict {
  return {
    commentId: comment.id,
    actor: { kind: "rules" },
    action,
    seen: { revision: comment.revision },
    reason,
    matches,
  };
}
