import type { z } from "zod";
import { decideBeside } from "../batches/beside.ts";
import { othersBeside, waitingBeside } from "../batches/beside-store.ts";
import { someoneElse } from "../claims/claim.ts";
import { reasonWords } from "../comments/views.ts";
import { type Db, inTransaction, type Tx } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { fingerprintOf, keepKey, type ScopedKey, usedKey } from "../idempotency.ts";
import { assertMaySee, type SignedIn } from "../moderators/access.ts";
import { type ReaderRow, readerById } from "../readers/store.ts";
import type { Sanction, SanctionBesides } from "../sanctions/contract.ts";
import { impose } from "../sanctions/impose.ts";
import { sanctionOfDecision } from "../sanctions/store.ts";
import { sanctionView } from "../sanctions/view.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import type { Action, Decision, DecisionMade } from "./contract.ts";
import { decide, type Outcome, type Verdict } from "./decide.ts";
import { findDecision, type Locked, latestDecisions, lockComments } from "./store.ts";
import { decisionView, whoDecided } from "./view.ts";

/** A decision, and the articles whose public threads it may have changed. */
export interface Decided {
  decision: DecisionMade;
  articleIds: string[];
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
  /** What to do about its author with it. */
  reader?: z.output<typeof SanctionBesides> | null;
  /** With a rejection: reject what else its author has waiting. */
  alsoWaiting?: boolean;
}

/** Comments decided with one request; what a reader has waiting beyond it takes another. */
const AT_MOST = 500;

/**
 * A moderator decides one comment, on the version they saw. Throws AppError: not_found, also for a comment of a site they do not moderate;
 * conflict with `current` (who, what, when) when the comment has moved on or was withdrawn; claimed with `claim` while another is on it;
 * forbidden while it waits for an owner, or for this moderator's own judgement of an appeal, and for a ban by traces they may not see; unprocessable for a sanction that is not sound, or when the key was used for something else.
 */
export function decideComment(db: Db, by: SignedIn, input: ToDecide, now = new Date()): Promise<Decided> {
  const { commentId, action, version, reason, note, takeOver, key, reader, alsoWaiting } = input;
  if (alsoWaiting && action !== "reject")
    throw new AppError("unprocessable", "Only a rejection can take the reader's other comments along.");
  const actor = { kind: "moderator", id: by.id } as const;
  return inTransaction(db, async (tx) => {
    const waiting = alsoWaiting ? await waitingBeside(tx, commentId, by, AT_MOST) : { ids: [], count: 0 };
    const locked = await lockComments(tx, [commentId, ...waiting.ids]);
    const comment = locked.get(commentId);
    if (!comment) throw new AppError("not_found", "There is no such comment.");
    assertMaySee(by, comment, "There is no such comment.");
    const asked: unknown[] = [commentId, action, version, reason ?? null, note ?? null];
    if (reader || alsoWaiting) asked.push(reader ?? null, alsoWaiting ?? false);
    return once(tx, by, comment, { key, asked }, async () => {
      const verdict: Verdict = { commentId, actor, action, seen: { version }, reason, note };
      const made = await decideOne(tx, by, { ...verdict, takeOver }, now);
      if (reader) made.decision.sanction = await sanctionBesides(tx, by, comment, made.decision, reader, now);
      if (alsoWaiting) {
        const more = waiting.count - waiting.ids.length;
        const beside = { decision: made.decision, moderatorId: by.id, action, more, undoOf: null };
        const verdicts = waiting.ids.map((id) => {
          const other = locked.get(id) as Locked;
          // What has stopped waiting since is no longer meant: no comment has a version 0.
          const waits = other.status === "held" || other.status === "pending";
          return { ...verdict, commentId: id, seen: { version: waits ? other.version : 0 } };
        });
        const { others, articleIds } = await decideBeside(tx, beside, verdicts, now);
        made.decision.others = others;
        made.articleIds.push(...articleIds);
      }
      return made;
    });
  });
}

/** Imposes the sanction that goes with a decision; the words of the decision's reason stand in for those it lacks. */
async function sanctionBesides(
  tx: Tx,
  by: SignedIn,
  comment: Locked,
  decision: Decision,
  { action, ...wish }: NonNullable<ToDecide["reader"]>,
  now: Date,
): Promise<Sanction> {
  const reader = (await readerById(tx, comment.readerId)) as ReaderRow;
  const site = (await sitesByIds(tx, [comment.siteId])).get(comment.siteId) as SiteRow;
  const words = wish.words || reasonWords(decision.reason, site);
  return impose(tx, by, { reader, wish: { ...wish, kind: action, words }, decisionId: decision.id }, now);
}

/** The sanction made with a decision, or lifted with an undo. */
export async function sanctionWith(
  tx: Tx,
  decision: Pick<Decision, "id" | "undoOf">,
  now: Date,
): Promise<Sanction | null> {
  const row = await sanctionOfDecision(tx, decision.undoOf ?? decision.id);
  return row && sanctionView(row, now);
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
  if (before) {
    const [sanction, others] = [
      await sanctionWith(tx, before, new Date()),
      await othersBeside(tx, before.id),
    ];
    return { decision: { ...decisionView(before), sanction, others }, articleIds: [comment.articleId] };
  }
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
    decision: {
      ...decisionView({ ...decided, moderatorName: by.name, createdAt: now }),
      sanction: null,
      others: null,
    },
    articleIds: [decided.articleId],
  };
}

async function refusal(
  tx: Tx,
  { commentId }: Verdict,
  outcome: Exclude<Outcome, { decided: unknown }>,
): Promise<AppError> {
  if (outcome.refused === "claimed") return someoneElse(outcome.claim);
  if (outcome.refused === "escalated")
    return new AppError("forbidden", "This comment waits for an owner. They decide it or send it back.");
  if (outcome.refused === "blind")
    return new AppError(
      "forbidden",
      "Its author contests that it was not published. Give your own judgement among the appeals first, and decide it there.",
    );
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
