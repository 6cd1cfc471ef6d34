import { someoneElse } from "../claims/claim.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { fingerprintOf, keepKey, type ScopedKey, usedKey } from "../idempotency.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import type { Action, Decision } from "./contract.ts";
import { decide, type Outcome, type Verdict } from "./decide.ts";
import { findDecision, type Locked, latestDecisions, lockComments } from "./store.ts";
import { decisionView, whoDecided } from "./view.ts";

/** A decision, and the article whose public thread it may have changed. */
export interface Decided {
  decision: Decision;
  articleId: string;
}

export interface ToDecide {
  commentId: string;
  action: Action;
  version: number;
  reason?: string | null;
  note?: string | null;
  /** Decide although another moderator is on the comment. */
  takeOver?: boolean;
  /** The client's key of this decision: a second request with it answers the first one's decision. */
  key?: string;
}

/**
 * A moderator decides one comment, on the version they saw. Throws AppError: not_found, also for a comment of a site they do not moderate;
 * conflict with `current` (who, what, when) when the comment has moved on or was withdrawn; claimed with `claim` while another is on it;
 * unprocessable when the key was used for something else.
 */
export function decideComment(db: Db, by: SignedIn, input: ToDecide, now = new Date()): Promise<Decided> {
  const { commentId, action, version, reason, note, takeOver, key } = input;
  return inTransaction(db, async (tx) => {
    const comment = (await lockComments(tx, [commentId])).get(commentId);
    if (!comment) throw new AppError("not_found", "There is no such comment.");
    assertMaySee(by, comment.siteId, "There is no such comment.");
    const asked = [commentId, action, version, reason ?? null, note ?? null];
    return once(tx, by, comment, { key, asked }, () =>
      decideOne(
        tx,
        by,
        {
          commentId,
          actor: { kind: "moderator", id: by.id },
          action,
          seen: { version },
          reason,
          note,
          takeOver,
        },
        now,
      ),
    );
  });
}

/** Decides, or answers what this moderator's key has decided before. The comment is locked, so that repeats wait for the first. */
export async function once(
  tx: Tx,
  by: SignedIn,
  comment: Locked,
  { key, asked }: { key: string | undefined; asked: unknown[] },
  decideNow: () => Promise<Decided>,
): Promise<Decided> {
  if (key === undefined) return decideNow();
  const scoped: ScopedKey = { siteId: comment.siteId, scope: `moderator/${by.id}`, key };
  const fingerprint = fingerprintOf(asked);
  const used = await usedKey(tx, scoped, fingerprint);
  const before = used?.decisionId ? await findDecision(tx, used.decisionId) : null;
  if (before) return { decision: decisionView(before), articleId: comment.articleId };
  const made = await decideNow();
  await keepKey(tx, scoped, { commentId: comment.id, decisionId: made.decision.id, fingerprint });
  return made;
}

/** One person's verdict on one comment; what is refused is thrown. */
export async function decideOne(tx: Tx, by: SignedIn, verdict: Verdict, now: Date): Promise<Decided> {
  const [outcome] = await decide(tx, [verdict], now);
  if (!outcome) throw new AppError("not_found", "There is no such comment.");
  if (!("decided" in outcome)) throw await refusal(tx, verdict, outcome);
  const { decided } = outcome;
  return {
    decision: decisionView({ ...decided, moderatorName: by.name, createdAt: now }),
    articleId: decided.articleId,
  };
}

async function refusal(
  tx: Tx,
  { commentId }: Verdict,
  outcome: Exclude<Outcome, { decided: unknown }>,
): Promise<AppError> {
  if (outcome.refused === "claimed") return someoneElse(outcome.claim);
  const latest = (await latestDecisions(tx, [commentId])).get(commentId);
  const status = outcome.comment?.status;
  const current = latest && {
    who: whoDecided(latest),
    what: latest.status,
    when: latest.createdAt.toISOString(),
    action: latest.action,
    status,
    version: outcome.comment?.version,
    decisionId: latest.id,
  };
  const message = latest
    ? `${whoDecided(latest)} ${latest.actor === "reader" ? "changed" : "decided"} this comment meanwhile; it is ${status} now. Look again before you decide.`
    : `This comment is ${status} and has changed since you saw it. Look again before you decide.`;
  return new AppError("conflict", message, {
    current: current ?? { who: null, what: status, when: null, status, version: outcome.comment?.version },
  });
}
