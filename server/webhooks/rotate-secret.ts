import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { existing } from "./existing.ts";
import { rotated } from "./secrets.ts";
import { lockWebhook, saveWebhook, type WebhookRow } from "./store.ts";

/** Makes a new signing secret, the first in the answer's list; the one before signs for a day longer. Throws AppError("not_found"). */
export function rotateSecret(
  db: Db,
  input: { siteId: string; id: string; actor: string },
  now = new Date(),
): Promise<WebhookRow> {
  return inTransaction(db, async (tx) => {
    const webhook = existing(await lockWebhook(tx, input.siteId, input.id));
    const after = await saveWebhook(tx, { ...webhook, secrets: rotated(webhook.secrets, now) });
    await appendEvents(tx, [
      {
        type: "webhook.updated",
        siteId: input.siteId,
        actor: input.actor,
        data: { webhookId: webhook.id, secretRotated: true },
      },
    ]);
    return after;
  });
}
