import type { WebhookRow } from "./store.ts";

/** What the audit log keeps of a webhook: never a secret, and of the address only the host, as the rest often holds a token. */
export function auditOf({ id, url, events, enabled }: WebhookRow): Record<string, unknown> {
  return { webhookId: id, host: new URL(url).host, events, enabled };
}
