import type { Tx } from "../db/pool.ts";
import type { Locked } from "../decisions/store.ts";
import { appendEvents } from "../events/append.ts";
import { fingerprintOf, keepKey, usedKey } from "../idempotency.ts";
import type { SignedIn } from "../moderators/access.ts";
import { refreshQueues } from "../queues/refresh.ts";
import type { Escalation } from "./contract.ts";
import { type EscalationRow, findEscalation } from "./store.ts";
import { escalationView } from "./view.ts";

/** Moves the comment between queues, tells the log and the desks, and answers the escalation as it is now. */
export async function keep(
  tx: Tx,
  by: SignedIn,
  comment: Locked,
  step: {
    type: "escalation.made" | "escalation.sent-back" | "escalation.taken-back";
    id: string;
    undone?: string;
  },
  now: Date,
): Promise<Escalation> {
  await refreshQueues(tx, [comment.id]);
  await appendEvents(
    tx,
    [
      {
        type: step.type,
        siteId: comment.siteId,
        articleId: comment.articleId,
        commentId: comment.id,
        actor: `moderator/${by.id}`,
        data: { escalationId: step.id, ...(step.undone && { undone: step.undone }) },
        live: {},
      },
    ],
    now,
  );
  return escalationView((await findEscalation(tx, step.id)) as EscalationRow);
}

/** Does it, or answers what this moderator's key has done before. The comment is locked, so that repeats wait for the first. */
export async function onceEscalated(
  tx: Tx,
  by: SignedIn,
  comment: Locked,
  { key, asked }: { key: string | undefined; asked: unknown[] },
  doNow: () => Promise<Escalation>,
): Promise<Escalation> {
  if (key === undefined) return doNow();
  const scoped = { siteId: comment.siteId, scope: `moderator/${by.id}`, key };
  const fingerprint = fingerprintOf(asked);
  const used = await usedKey(tx, scoped, fingerprint);
  const before = used?.decisionId ? await findEscalation(tx, used.decisionId) : null;
  if (before) return escalationView(before);
  const made = await doNow();
  await keepKey(tx, scoped, { commentId: comment.id, decisionId: made.id, fingerprint });
  return made;
}
