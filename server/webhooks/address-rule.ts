import type { AddressRule } from "../outgoing/check-address.ts";

/** Where a webhook may lead. */
export function webhookRule(allowPrivate: boolean): AddressRule {
  return {
    allowPrivate,
    what: "webhooks",
    variable: "WEBHOOKS_ALLOW_PRIVATE",
    instead: "every delivery is signed.",
  };
}
