import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { appendEvents } from "../events/append.ts";
import { newId } from "../ids.ts";
import { checkAddress } from "../outgoing/check-address.ts";
import { webhookRule } from "./address-rule.ts";
import { auditOf } from "./audit.ts";
import { newSecret } from "./secrets.ts";
import { countWebhooks, insertWebhook, type WebhookRow } from "./store.ts";

/** Each comment event makes a delivery for every webhook, so a site has this many at most. */
const MOST = 20;

/** Adds a webhook with its first secret. Throws AppError("unprocessable") for an address nothing may be sent to, or too many webhooks. */
export async function createWebhook(
  db: Db,
  input: { siteId: string; url: string; events: string[]; actor: string; allowPrivate: boolean },
): Promise<WebhookRow> {
  await checkAddress(input.url, webhookRule(input.allowPrivate));
  return inTransaction(db, async (tx) => {
    if ((await countWebhooks(tx, input.siteId)) >= MOST) {
      throw new AppError(
        "unprocessable",
        `A site has ${MOST} webhooks at most. Delete one first, or let one address take more events.`,
      );
    }
    const webhook = await insertWebhook(tx, {
      id: newId(),
      siteId: input.siteId,
      url: input.url,
      events: [...new Set(input.events)],
      secrets: [newSecret()],
    });
    await appendEvents(tx, [
      { type: "webhook.created", siteId: input.siteId, actor: input.actor, data: auditOf(webhook) },
    ]);
    return webhook;
  });
}
