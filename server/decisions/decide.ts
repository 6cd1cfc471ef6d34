import { activeClaims, type ClaimRow, deleteClaims } from "../claims/store.ts";
import type { Status } from "../comments/contract.ts";
import type { Tx } from "../db/pool.ts";
import { appendEvents, type NewEvent } from "../events/append.ts";
import type { CommentEventType } from "../events/contract.ts";
import { endFeatures } from "../features/end.ts";
import { newId } from "../ids.ts";
import { unjudgedAppeals } from "../judgements/blind.ts";
import { refreshQueues } from "../queues/refresh.ts";
import { settle } from "../queues/settle.ts";
import { awaitingOwner } from "../queues/settle-store.ts";
import { saveMatches } from "../rules/match-store.ts";
import type { Decision, RuleMatch } from "./contract.ts";
import { type Locked, latestDecisions, lockComments, type NewDecision, saveDecisions } from "./store.ts";
import {
  type LastDecision,
  nextStatus,
  statusAfterLookingAgain,
  statusAfterUndo,
  type Verb,
} from "./transitions.ts";

export type Actor = { kind: "rules" } | { kind: "moderator"; id: string } | { kind: "reader"; id: string };

export interface Verdict {
  commentId: string;
  actor: Actor;
  action: Verb | "undo";
  /** The version a person saw, or the revision a rule read: when the comment has moved on, nothing is decided. */
  seen: { version: number } | { revision: number };
  reason?: string | null;
  note?: string | null;
  /** Decide although another moderator is on the comment. */
  takeOver?: boolean;
  /** The decision it is made beside, in one act. */
  beside?: string;
  /** The batch it is decided in. */
  batchId?: string;
  matches?: RuleMatch[];
  /** With rules: what those without a say would have done, and what all of them were told. */
  shadows?: RuleMatch[];
  facts?: NewDecision["facts"];
  /** With rules: the language they read it in, kept with the comment; null where nobody could tell. */
  language?: string | null;
  /** With rules: they look again at what they decided without a score. */
  again?: true;
  /** With `undo`: the decision taken back. `leadsTo`: of a rule's decision, where the other rules would have led. */
  undo?: {
    decisionId: string;
    statusBefore: Status;
    queuedAtBefore: Date | null;
    leadsTo?: "approved" | "held" | null;
  };
}

/**
 * `stale`: the comment moved on; `refused`: this actor may not do this from the comment's status; `missing`: no such comment; `claimed`: another is on it;
 * `escalated`: it waits for an owner, and this moderator is none; `blind`: its author contests a refusal, and this moderator has yet to say what they would do.
 */
export type Outcome =
  | { decided: NewDecision }
  | { refused: "stale" | "refused" | "missing" | "escalated" | "blind"; comment: Locked | null }
  | { refused: "claimed"; comment: Locked; claim: ClaimRow };

const EVENT_OF: Record<Status, CommentEventType> = {
  pending: "comment.edited",
  held: "comment.held",
  approved: "comment.approved",
  rejected: "comment.rejected",
  withdrawn: "comment.withdrawn",
};

/**
 * The only door through which a comment's status changes, whoever decides. Locks the rows, asks the transition table, writes one
 * decision each and appends its event, all in the caller's transaction. At most one verdict a comment. A refused verdict changes nothing
 * and is answered, not thrown, so that one comment's race does not undo its neighbours in a batch.
 */
export async function decide(tx: Tx, verdicts: Verdict[], now = new Date()): Promise<Outcome[]> {
  const comments = await lockComments(
    tx,
    verdicts.map((verdict) => verdict.commentId),
  );
  const again = verdicts.filter((verdict) => verdict.again).map((verdict) => verdict.commentId);
  const latest = again.length > 0 ? await latestDecisions(tx, again) : new Map<string, LastDecision>();
  const people = verdicts.filter((verdict) => verdict.actor.kind === "moderator");
  const claims = await claimsOn(tx, people, now);
  const escalated = await awaitingOwner(tx, people.flatMap(asked));
  const unjudged = await unjudgedAppeals(tx, people.flatMap(ofModerator));
  const outcomes = verdicts.map((verdict) => {
    const { commentId } = verdict;
    return judge(
      verdict,
      comments.get(commentId),
      {
        last: latest.get(commentId),
        claim: claims.get(commentId),
        escalated: escalated.has(commentId),
        blind: verdict.actor.kind === "moderator" && unjudged.has(commentId),
      },
      now,
    );
  });
  const decided = outcomes.flatMap((outcome) => ("decided" in outcome ? [outcome.decided] : []));
  if (decided.length > 0) {
    await saveDecisions(tx, decided, now);
    await saveMatches(tx, decided, now);
    await deleteClaims(
      tx,
      decided.filter(endsClaim).map((decision) => decision.commentId),
    );
    const settled = await settle(tx, decided, now);
    const unfeatured = await endFeatures(tx, decided, (one) =>
      actorOf(one, comments.get(one.commentId) as Locked),
    );
    await refreshQueues(
      tx,
      decided.filter(mayHaveWaited).map((decision) => decision.commentId),
    );
    await appendEvents(
      tx,
      [
        ...decided.map((one) => eventOf(one, comments.get(one.commentId) as Locked)),
        ...settled,
        ...unfeatured,
      ],
      now,
    );
  }
  return outcomes;
}

/** Read after the comments are locked, since a claim is made under the same lock; rules ask nobody. */
async function claimsOn(tx: Tx, verdicts: Verdict[], now: Date): Promise<Map<string, ClaimRow>> {
  if (verdicts.length === 0) return new Map();
  const ids = verdicts.map((verdict) => verdict.commentId);
  return activeClaims(tx, ids, now);
}

const ofModerator = ({ commentId, actor }: Verdict): { commentId: string; moderatorId: string }[] =>
  actor.kind === "moderator" ? [{ commentId, moderatorId: actor.id }] : [];

/** What a person decides, save that they take something back: that ends nothing an owner is asked for. */
const asked = (verdict: Verdict): { commentId: string; moderatorId: string }[] =>
  verdict.action === "undo" ? [] : ofModerator(verdict);

/** What rules decide at first sight without holding it waits in no queue, and never has. */
const mayHaveWaited = ({ actor, statusBefore, status, revision }: NewDecision): boolean =>
  !(actor === "rules" && statusBefore === "pending" && status !== "held" && revision === 1);

/** An author's edit brings the comment back in a moment, so whoever is on it stays on it. */
const endsClaim = ({ actor, status }: NewDecision): boolean =>
  actor === "moderator" || (status !== "pending" && status !== "held");

function judge(
  verdict: Verdict,
  comment: Locked | undefined,
  {
    last,
    claim,
    escalated,
    blind,
  }: { last?: LastDecision; claim?: ClaimRow; escalated: boolean; blind: boolean },
  now: Date,
): Outcome {
  if (!comment) return { refused: "missing", comment: null };
  // Before anything that would tell who decided it.
  if (blind) return { refused: "blind", comment };
  const { seen, actor, undo } = verdict;
  const stale = "version" in seen ? seen.version !== comment.version : seen.revision !== comment.revision;
  if (stale) return { refused: "stale", comment };
  const status = statusAfter(verdict, comment, last);
  if (!status) return { refused: "refused", comment };
  if (escalated) return { refused: "escalated", comment };
  // What a person has just decided may be taken back whoever looks at it by now.
  const elsewhere = actor.kind === "moderator" && claim !== undefined && claim.moderatorId !== actor.id;
  const takesBackPerson = verdict.action === "undo" && !undo?.leadsTo;
  if (elsewhere && !verdict.takeOver && !takesBackPerson) return { refused: "claimed", comment, claim };
  return {
    decided: {
      id: newId(),
      commentId: comment.id,
      siteId: comment.siteId,
      articleId: comment.articleId,
      revision: comment.revision,
      action: verdict.action satisfies Decision["action"],
      statusBefore: comment.status,
      status,
      version: comment.version + 1,
      queuedAtBefore: comment.queuedAt,
      // Who waits already keeps the place in the queue when rules look again.
      queuedAt:
        status === "held" ? (undo?.queuedAtBefore ?? (verdict.again && comment.queuedAt) ?? now) : null,
      actor: actor.kind,
      moderatorId: actor.kind === "moderator" ? actor.id : null,
      reason: verdict.reason ?? null,
      note: verdict.note ?? null,
      matches: verdict.matches ?? [],
      shadows: verdict.shadows ?? [],
      facts: verdict.facts ?? null,
      language: verdict.language ?? null,
      undoOf: undo?.decisionId ?? null,
      beside: verdict.beside ?? null,
      batchId: verdict.batchId ?? null,
    },
  };
}

function statusAfter(
  { action, actor, again, undo }: Verdict,
  comment: Locked,
  last: LastDecision | undefined,
): Status | null | undefined {
  if (action === "undo") return undo && (undo.leadsTo ?? statusAfterUndo(undo.statusBefore));
  if (!again) return nextStatus(actor.kind, comment.status, action);
  return actor.kind === "rules" ? statusAfterLookingAgain(comment, action, last) : null;
}

const actorOf = ({ actor, moderatorId }: NewDecision, { readerId }: Locked): string =>
  actor === "rules" ? "rules" : `${actor}/${moderatorId ?? readerId}`;

function eventOf(decision: NewDecision, comment: Locked): NewEvent {
  return {
    type: EVENT_OF[decision.status],
    siteId: comment.siteId,
    articleId: comment.articleId,
    commentId: comment.id,
    actor: actorOf(decision, comment),
    data: {
      decisionId: decision.id,
      action: decision.action,
      statusBefore: decision.statusBefore,
      version: decision.version,
      ...(decision.reason && { reason: decision.reason }),
      ...(decision.undoOf && { undoOf: decision.undoOf }),
      ...(decision.beside && { beside: decision.beside }),
      ...(decision.batchId && { batchId: decision.batchId }),
    },
    live: {
      version: decision.version,
      status: decision.status,
      statusBefore: decision.statusBefore,
      parentId: comment.parentId,
      readerId: comment.readerId,
    },
  };
}
