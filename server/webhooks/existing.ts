import { AppError } from "../errors.ts";
import type { WebhookRow } from "./store.ts";

/** The webhook that a store function found. Throws AppError("not_found") when it found none. */
export function existing(webhook: WebhookRow | null): WebhookRow {
  if (!webhook)
    throw new AppError(
      "not_found",
      "This site has no such webhook. It may have been deleted; list the webhooks to see.",
    );
  return webhook;
}
