import { Webhook } from "standardwebhooks";

/** The headers by which a receiver knows the message as ours, by the Standard Webhooks convention: one signature for each secret. */
export function signedHeaders(
  message: { id: string; body: string },
  secrets: readonly string[],
  now = new Date(),
): Record<string, string> {
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": secrets
      .map((secret) => new Webhook(secret).sign(message.id, now, message.body))
      .join(" "),
  };
}
