import { type Db, inTransaction } from "../server/db/pool.ts";
import { log } from "../server/log.ts";
import { retryDelay } from "../server/webhooks/backoff.ts";
import {
  type Claim,
  claimDelivery,
  nextInOrder,
  type Outcome,
  settleDelivery,
} from "../server/webhooks/claim-store.ts";
import { payloadOf } from "../server/webhooks/payload.ts";
import { activeSecrets } from "../server/webhooks/secrets.ts";
import { type Answer, send } from "../server/webhooks/send.ts";
import { signedHeaders } from "../server/webhooks/sign.ts";
import { lockForSwitch, switchOff } from "../server/webhooks/switch-off.ts";
import { crowdedWebhooks, takeTurn } from "../server/webhooks/turns.ts";
import type { NewJob } from "./jobs.ts";

export interface DeliveryOptions {
  allowPrivate: boolean;
  add: (jobs: NewJob[]) => Promise<void>;
}

const GONE = 410;

/**
 * Makes one attempt at a delivery whose turn it is; does nothing for any other. An endpoint's failure is written down with the time of the next attempt and
 * never thrown; throws only when the database or the queue fails, and the lease or the sweep brings the delivery back then.
 */
export async function deliverWebhook(
  db: Db,
  { allowPrivate, add }: DeliveryOptions,
  deliveryId: string,
): Promise<void> {
  const claim = await claimDelivery(db, deliveryId, crowdedWebhooks());
  if (!claim) return;
  const off = claim.webhook.deleted
    ? "The webhook was deleted."
    : claim.webhook.enabled
      ? null
      : "The webhook is switched off.";
  let settled = true;
  if (off) {
    await settleDelivery(db, claim, { status: "failed", retryIn: null, lastStatus: null, lastError: off });
  } else {
    await takeTurn(claim.webhookId, async () => {
      const answer = await attempt(claim, allowPrivate);
      settled = await settle(db, claim, answer);
      return answer.error === null;
    });
  }
  const next = settled && (await nextInOrder(db, deliveryId));
  // A name of its own: the next one's first job may have come too early and still be in the queue.
  if (next)
    await add([
      {
        name: "deliver-webhook",
        payload: { deliveryId: next },
        id: `deliver-${next}-after-${deliveryId}-${claim.attempts}`,
      },
    ]);
}

function attempt(claim: Claim, allowPrivate: boolean): Promise<Answer> {
  const body = JSON.stringify(payloadOf(claim.event));
  const headers = signedHeaders({ id: claim.id, body }, activeSecrets(claim.webhook.secrets));
  return send(claim.webhook.url, body, headers, { allowPrivate });
}

/** Writes the answer down; true when this delivery no longer keeps later ones waiting. */
async function settle(db: Db, claim: Claim, { status, error }: Answer): Promise<boolean> {
  const outcome = outcomeOf(claim.attempts, { status, error });
  if (status === GONE) {
    await inTransaction(db, async (tx) => {
      // The webhook before its deliveries, as everywhere: several may hear this at the same moment.
      await lockForSwitch(tx, claim.webhookId);
      const mine = await settleDelivery(tx, claim, outcome);
      if (mine) await switchOff(tx, claim.webhookId, outcome.lastError ?? "");
    });
  } else await settleDelivery(db, claim, outcome);
  if (outcome.status === "failed") {
    log.warn(
      { webhook: claim.webhookId, delivery: claim.id, attempts: claim.attempts, reason: error },
      "A webhook delivery failed for good",
    );
  }
  return outcome.status !== "pending";
}

function outcomeOf(attempts: number, { status, error }: Answer): Outcome {
  if (error === null) return { status: "delivered", retryIn: null, lastStatus: status, lastError: null };
  const retryIn = status === GONE ? null : retryDelay(attempts);
  return { status: retryIn === null ? "failed" : "pending", retryIn, lastStatus: status, lastError: error };
}
