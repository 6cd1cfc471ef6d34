import type { Queryable } from "../db/pool.ts";
import { appendEvents } from "../events/append.ts";
import { failPending } from "./store.ts";

/** Makes others who would switch it wait for this transaction. Taken before any of its deliveries is changed. */
export async function lockForSwitch(tx: Queryable, webhookId: string): Promise<void> {
  await tx.query(`select from webhooks where id = $1 for no key update`, [webhookId]);
}

/** Switches a webhook off because its endpoint says that it is gone for good. What still waited is listed as failed. */
export async function switchOff(tx: Queryable, webhookId: string, why: string): Promise<void> {
  const { rows } = await tx.query<{ siteId: string }>(
    `update webhooks set enabled = false where id = $1 and enabled and deleted_at is null returning site_id as "siteId"`,
    [webhookId],
  );
  await failPending(tx, webhookId, why);
  if (!rows[0]) return;
  await appendEvents(tx, [
    {
      type: "webhook.updated",
      siteId: rows[0].siteId,
      actor: "system",
      data: { webhookId, enabled: false, reason: why },
    },
  ]);
}
