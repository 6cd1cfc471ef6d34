import { type Db, inTransaction } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { auditOf } from "./audit.ts";
import { existing } from "./existing.ts";
import { failPending, lockWebhook, removeWebhook } from "./store.ts";

/** Ends a webhook for good: its secrets are forgotten and nothing more is sent. Throws AppError("not_found"). */
export function deleteWebhook(db: Db, input: { siteId: string; id: string; actor: string }): Promise<void> {
  return inTransaction(db, async (tx) => {
    const webhook = existing(await lockWebhook(tx, input.siteId, input.id));
    await removeWebhook(tx, webhook.id);
    await failPending(tx, webhook.id, "The webhook was deleted.");
    await appendEvents(tx, [
      { type: "webhook.deleted", siteId: input.siteId, actor: input.actor, data: auditOf(webhook) },
    ]);
  });
}
