import type { Db } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { type DeliveryRow, makeDue } from "./delivery-store.ts";
import { existing } from "./existing.ts";
import { findWebhook } from "./store.ts";

/**
 * Sends a delivery again, failed or delivered, under the same message id. After a failure it goes on where the retries had stopped: one that had used
 * them all gets a single attempt. Throws AppError: not_found; conflict while the webhook is switched off.
 */
export async function resendDelivery(
  db: Db,
  input: { siteId: string; webhookId: string; id: string },
): Promise<DeliveryRow> {
  const webhook = existing(await findWebhook(db, input.siteId, input.webhookId));
  if (!webhook.enabled)
    throw new AppError(
      "conflict",
      "This webhook is switched off. Switch it on, then send the delivery again.",
    );
  const delivery = await makeDue(db, webhook.id, input.id);
  if (!delivery) throw new AppError("not_found", "This webhook has no such delivery.");
  return delivery;
}
