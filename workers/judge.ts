import type { Db } from "../server/db/pool.ts";
import type { Outcome, Verdict } from "../server/decisions/decide.ts";
import { scored } from "../server/metrics.ts";
import { type ReaderHistory, readerHistories } from "../server/readers/store.ts";
import { findRepeats } from "../server/repeats/find.ts";
import { ratesOf } from "../server/repeats/store.ts";
import { factsOf, factsToKeep } from "../server/rules/facts.ts";
import { judgeByRules } from "../server/rules/in-force.ts";
import { OTHERWISE, rulesBesides } from "../server/rules/site-rules.ts";
import { findRulesInForce } from "../server/rules/store.ts";
import { findWords } from "../server/rules/words.ts";
import type { Shares } from "../server/samples/choose.ts";
import type { Approved } from "../server/samples/store.ts";
import { kindsInForce } from "../server/sanctions/store.ts";
import { readLanguage } from "../server/scoring/read-language.ts";
import { type PlacedScorer, scoreAll } from "../server/scoring/score-all.ts";
import type { Scored, Unavailable } from "../server/scoring/scorer.ts";
import { sitesByIds } from "../server/sites/store.ts";
import { listsInForce } from "../server/word-lists/in-force.ts";
import { wordsFact } from "../server/word-lists/look.ts";
import type { JudgedComment } from "./pending-store.ts";

/** The scorers a site asks, in its owner's order. */
export type ScorersOf = (siteId: string) => Promise<readonly PlacedScorer[]>;

export interface Reading {
  language: string | null;
  answers: (Scored | Unavailable)[];
}

/** Tells a text's language and asks its site's scorers. */
export async function read(scorersOf: ScorersOf, siteId: string, text: string): Promise<Reading> {
  const [language, scorers] = await Promise.all([readLanguage(text), scorersOf(siteId)]);
  const answers = await scoreAll(scorers, text, language);
  for (const answer of answers)
    scored.inc({ scorer: answer.scorer, outcome: "unavailable" in answer ? "unavailable" : "scored" });
  return { language, answers };
}

/** Sanctions under which nothing is published unseen. */
const STOPPED = ["mute", "suspend", "ban"] as const;

export interface Judgement<C extends JudgedComment> {
  comment: C;
  reading: Reading;
  verdict: Verdict;
  /** How much of its site's automatic approvals moderators look at. */
  shares: Shares;
}

/** What the rules make of these comments, by their sites' settings and their readers' histories as they are now. */
export async function judge<C extends JudgedComment>(
  db: Db,
  read: { comment: C; reading: Reading }[],
  now: Date,
): Promise<Judgement<C>[]> {
  const readerIds = [...new Set(read.map(({ comment }) => comment.readerId))];
  const siteIds = [...new Set(read.map(({ comment }) => comment.siteId))];
  const [sites, readers, inForce, own, repeats, rates] = await Promise.all([
    sitesByIds(db, siteIds),
    readerHistories(db, readerIds),
    kindsInForce(db, readerIds, now),
    findRulesInForce(db, siteIds),
    findRepeats(
      db,
      read.map(({ comment }) => comment),
      now,
    ),
    ratesOf(
      db,
      read.map(({ comment }) => comment.id),
    ),
  ]);
  const lists = await listsInForce(db, own);
  return read.map(({ comment, reading }) => {
    const named = lists.get(comment.siteId);
    const { settings } = sites.get(comment.siteId) as NonNullable<ReturnType<typeof sites.get>>;
    const facts = factsOf(
      {
        text: comment.text,
        language: reading.language,
        scorings: reading.answers,
        reader: {
          ...withoutThis(readers.get(comment.readerId) as ReaderHistory, comment),
          muted: STOPPED.some((kind) => inForce.get(comment.readerId)?.has(kind)),
          trusted: inForce.get(comment.readerId)?.has("trust") ?? false,
        },
        revision: comment.revision,
        article: {
          id: comment.articleId,
          section: comment.articleSection,
          createdAt: comment.articleCreatedAt,
        },
        moderation: comment.articleModeration ?? settings.moderation,
        heldByPerson: comment.heldByPerson,
        bannedWords: findWords(comment.text, settings.bannedWords),
        words: named ? wordsFact(named, comment.text, reading.language) : null,
        depth: comment.depth,
        posted: {
          at: comment.createdAt,
          rate: rates.get(comment.id) ?? 0,
          repeats: repeats.get(comment.id) ?? null,
        },
      },
      now,
    );
    const { action, reason, matches, shadows } = judgeByRules(
      rulesBesides(settings),
      own.filter((rule) => rule.siteId === comment.siteId),
      { id: comment.id, facts },
      OTHERWISE,
    );
    const verdict: Verdict = {
      commentId: comment.id,
      actor: { kind: "rules" },
      action,
      seen: { revision: comment.revision },
      // What is published needs none.
      reason: action === "approve" ? null : reason,
      matches,
      shadows,
      facts: factsToKeep(facts),
      language: reading.language,
    };
    return { comment, reading, verdict, shares: settings };
  });
}

/** A comment that is judged again is no part of its reader's history. */
function withoutThis(reader: ReaderHistory, { status }: JudgedComment): ReaderHistory {
  return status === "held" || status === "approved"
    ? { ...reader, [status]: Math.max(0, reader[status] - 1) }
    : reader;
}

/** What the rules have approved. */
export function approvedIn(outcomes: Outcome[]): Approved[] {
  return outcomes.flatMap((outcome) =>
    "decided" in outcome && outcome.decided.status === "approved" ? [outcome.decided] : [],
  );
}

export function sharesIn(judgements: Judgement<JudgedComment>[]): (siteId: string) => Shares {
  const shares = new Map(judgements.map(({ comment, shares }) => [comment.siteId, shares]));
  return (siteId) => shares.get(siteId) ?? { auditShare: 0, secondOpinionShare: 0 };
}
