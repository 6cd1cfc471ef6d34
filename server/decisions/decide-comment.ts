import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import type { Action, Decision } from "./contract.ts";
import { decide, type Verdict } from "./decide.ts";
import { findDecision, latestDecisions } from "./store.ts";
import { decisionView, whoDecided } from "./view.ts";

/** A decision, and the article whose public thread it may have changed. */
export interface Decided {
  decision: Decision;
  articleId: string;
}

/**
 * A moderator decides one comment, on the version they saw. Throws AppError: not_found, also for a comment of a site they do not moderate;
 * conflict with `current` (who, what, when) when the comment has moved on or was withdrawn.
 */
export function decideComment(
  db: Db,
  by: SignedIn,
  input: { commentId: string; action: Action; version: number; reason?: string | null; note?: string | null },
): Promise<Decided> {
  return inTransaction(db, (tx) =>
    decideOne(tx, by, {
      commentId: input.commentId,
      actor: { kind: "moderator", id: by.id },
      action: input.action,
      seen: { version: input.version },
      reason: input.reason,
      note: input.note,
    }),
  );
}

/** Takes a decision back while it is the comment's latest. Throws AppError: not_found; conflict with `current`. */
export function undoDecision(db: Db, by: SignedIn, decisionId: string): Promise<Decided> {
  return inTransaction(db, async (tx) => {
    const decision = await findDecision(tx, decisionId);
    if (!decision) throw new AppError("not_found", "There is no such decision.");
    assertMaySee(by, decision.siteId, "There is no such decision.");
    if (decision.action === "undo" || decision.actor === "reader") {
      throw new AppError(
        "conflict",
        "Only what a rule or a moderator decided can be undone. Decide the comment again instead.",
      );
    }
    return decideOne(tx, by, {
      commentId: decision.commentId,
      actor: { kind: "moderator", id: by.id },
      action: "undo",
      seen: { version: decision.version },
      undo: { decisionId, statusBefore: decision.statusBefore, queuedAtBefore: decision.queuedAtBefore },
    });
  });
}

async function decideOne(tx: Tx, by: SignedIn, verdict: Verdict): Promise<Decided> {
  const now = new Date();
  const [outcome] = await decide(tx, [verdict], now);
  const siteId = outcome && ("decided" in outcome ? outcome.decided.siteId : outcome.comment?.siteId);
  if (!outcome || !siteId) throw new AppError("not_found", "There is no such comment.");
  assertMaySee(by, siteId, "There is no such comment.");
  if ("decided" in outcome) {
    const { decided } = outcome;
    return {
      decision: decisionView({ ...decided, moderatorName: by.name, createdAt: now }),
      articleId: decided.articleId,
    };
  }

  const latest = (await latestDecisions(tx, [verdict.commentId])).get(verdict.commentId);
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
  throw new AppError("conflict", message, {
    current: current ?? { who: null, what: status, when: null, status, version: outcome.comment?.version },
  });
}
