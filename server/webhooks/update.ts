import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { checkAddress } from "../outgoing/check-address.ts";
import { webhookRule } from "./address-rule.ts";
import { auditOf } from "./audit.ts";
import { existing } from "./existing.ts";
import { failPending, lockWebhook, saveWebhook, type WebhookRow } from "./store.ts";

export interface WebhookChange {
  siteId: string;
  id: string;
  url?: string;
  events?: string[];
  enabled?: boolean;
  actor: string;
  allowPrivate: boolean;
}

/**
 * Changes what is given and keeps the rest. Waiting deliveries go to the new address; switching off lists them as failed, to be sent again by hand.
 * Throws AppError: not_found; unprocessable for an address nothing may be sent to.
 */
export async function updateWebhook(db: Db, change: WebhookChange): Promise<WebhookRow> {
  if (change.url !== undefined) await checkAddress(change.url, webhookRule(change.allowPrivate));
  return inTransaction(db, async (tx) => {
    const before = existing(await lockWebhook(tx, change.siteId, change.id));
    const after = await saveWebhook(tx, {
      id: before.id,
      url: change.url ?? before.url,
      events: change.events ? [...new Set(change.events)] : before.events,
      enabled: change.enabled ?? before.enabled,
      secrets: before.secrets,
    });
    if (!after.enabled) await failPending(tx, after.id, "The webhook was switched off.");
    await appendEvents(tx, [
      {
        type: "webhook.updated",
        siteId: change.siteId,
        actor: change.actor,
        data: {
          webhookId: after.id,
          before: auditOf(before),
          after: auditOf(after),
          addressChanged: after.url !== before.url,
        },
      },
    ]);
    return after;
  });
}
