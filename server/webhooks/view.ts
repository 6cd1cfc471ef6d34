import type { z } from "zod";
import type { Delivery, Webhook, WebhookWithSecret } from "./contract.ts";
import type { DeliveryRow } from "./delivery-store.ts";
import { activeSecrets } from "./secrets.ts";
import type { WebhookRow } from "./store.ts";

export function webhookView(webhook: WebhookRow): Webhook {
  const { id, url, events, enabled, secrets, createdAt } = webhook;
  return {
    id,
    url,
    events,
    enabled,
    secretsInUse: activeSecrets(secrets).length,
    createdAt: createdAt.toISOString(),
  };
}

/** With the newest secret: for the answers that show it, once. */
export function webhookWithSecret(webhook: WebhookRow): z.infer<typeof WebhookWithSecret> {
  return { ...webhookView(webhook), secret: activeSecrets(webhook.secrets)[0] as string };
}

export function deliveryView({ eventId: _, ...delivery }: DeliveryRow): z.infer<typeof Delivery> {
  return {
    ...delivery,
    nextAttemptAt: delivery.status === "pending" ? (delivery.nextAttemptAt?.toISOString() ?? null) : null,
    createdAt: delivery.createdAt.toISOString(),
    deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
  };
}
