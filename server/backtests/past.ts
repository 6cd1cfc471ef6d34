import type { Db } from "../db/pool.ts";
import { keptFacts, latelyKnown } from "../rules/facts.ts";
import type { Facts } from "../rules/rule.ts";
import { unchanging } from "../rules/stored-facts.ts";
import type { Scored } from "../scoring/scorer.ts";
import { type Label, MOST_SEEN } from "./contract.ts";
import {
  approvedBlind,
  type CommentRow,
  type DecisionRow,
  type PageQuery,
  type PastScore,
  pastDecisions,
  pastPage,
  pastScores,
  toJudgeBlind,
} from "./past-store.ts";

/** A comment as the rules saw it when they judged its present revision. */
export interface PastComment {
  id: string;
  createdAt: Date;
  facts: Facts;
  /** Whether what the rules were told was kept; else only text and scores are known. */
  complete: boolean;
  /** What the rules of the day did. */
  automatic: Label | null;
  /** Somebody has yet to judge it without knowing what was decided: it is counted as undecided, and is no example. */
  blind: boolean;
  /** What people decided last, of what was not taken back. */
  people: Label | null;
}

/** Scores are saved with the decision; a process's clock and the database's may differ by so much, in ms. */
const CLOCKS = 60_000;
/** Few enough that whatever else the process does waits for no longer than a blink. */
const PAGE = 1_000;

/** A site's stored comments with the facts wanted, a page at a time, the newest first, at most a million. The next page is read while this one is looked at. */
export async function* readPast(
  db: Db,
  period: Pick<PageQuery, "siteId" | "from" | "to">,
  wanted: ReadonlySet<string>,
): AsyncGenerator<PastComment[]> {
  const read = (before: string | null, limit: number) => pastPage(db, { ...period, before, limit });
  let left = MOST_SEEN;
  let next = pageWith(db, read(null, PAGE), wanted);
  for (;;) {
    const { page, last } = await next;
    left -= page.length;
    const more = page.length === PAGE && left > 0;
    if (more) {
      next = pageWith(db, read(last, Math.min(PAGE, left)), wanted);
      // Awaited in the next round; a caller that stops meanwhile leaves nobody to hear of its failure.
      next.catch(() => {});
    }
    if (page.length > 0) yield page;
    if (!more) return;
  }
}

async function pageWith(
  db: Db,
  reading: Promise<CommentRow[]>,
  wanted: ReadonlySet<string>,
): Promise<{ page: PastComment[]; last: string | null }> {
  const comments = await reading;
  const ids = comments.map(({ id }) => id);
  const [decisions, scores, good, blind] = await Promise.all([
    pastDecisions(db, ids),
    pastScores(db, ids),
    approvedBlind(db, ids),
    toJudgeBlind(db, ids),
  ]);
  const [decided, scored] = [byComment(decisions), byComment(scores)];
  const approved = new Set(good.map(({ commentId, revision }) => `${commentId}/${revision}`));
  const page = comments.map((comment): PastComment => {
    const past = pastOf(comment, decided.get(comment.id) ?? [], scored.get(comment.id) ?? [], wanted);
    if (blind.has(comment.id)) return { ...past, people: null, blind: true };
    const people = past.people ?? (approved.has(`${comment.id}/${comment.revision}`) ? "approved" : null);
    return { ...past, people, blind: false };
  });
  return { page, last: comments.at(-1)?.id ?? null };
}

function byComment<T extends { commentId: string }>(rows: T[]): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const row of rows) {
    const some = all.get(row.commentId);
    if (some) some.push(row);
    else all.set(row.commentId, [row]);
  }
  return all;
}

function pastOf(
  comment: CommentRow,
  decisions: DecisionRow[],
  scores: PastScore[],
  wanted: ReadonlySet<string>,
): Omit<PastComment, "blind"> {
  const { id, createdAt, text, articleId, revision } = comment;
  const mine = decisions.filter((decision) => decision.revision === revision);
  // Rules look again only at what no person has decided, so their latest word is what they knew before any.
  const judged = mine.find(({ actor }) => actor === "rules");
  const undone = new Set(mine.map(({ undoOf }) => undoOf));
  const person = mine.find(
    ({ id, actor, action }) => actor === "moderator" && action !== "undo" && !undone.has(id),
  );
  const known = { text, articleId, scorings: scoringsAt(scores, revision, judged?.createdAt) };
  return {
    id,
    createdAt,
    facts: judged?.facts ? keptFacts(judged.facts, known, wanted) : latelyKnown(unchanging(comment), known),
    complete: Boolean(judged?.facts),
    automatic: judged?.status ?? null,
    people: person?.status ?? null,
  };
}

/** What each scorer had said of a revision when the rules judged it, in the site's order. */
function scoringsAt(scores: PastScore[], revision: number, judgedAt: Date | undefined): Scored[] {
  const by = new Map<string, PastScore>();
  for (const score of scores) {
    const later = judgedAt && score.createdAt.getTime() > judgedAt.getTime() + CLOCKS;
    if (score.revision === revision && !later && !by.has(score.scorer)) by.set(score.scorer, score);
  }
  return [...by.values()]
    .sort((a, b) => a.place - b.place || (a.scorer < b.scorer ? -1 : 1))
    .map(({ scorer, scores }) => ({ scorer, scores, model: "", version: "", spans: [] }));
}
