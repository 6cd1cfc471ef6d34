import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { COMMENT_EVENTS } from "../events/contract.ts";
import { Page, pageOf } from "../paging.ts";
import { Slug } from "../sites/contract.ts";

const WebhookUrl = z.url({ protocol: /^https?$/, error: "Give a full http or https address." }).max(2_000);
const Events = z.array(z.enum(COMMENT_EVENTS)).min(1).max(COMMENT_EVENTS.length);

export const Webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.string()),
    enabled: z.boolean(),
    secretsInUse: z.number().int().meta({ description: "Two while a rotation is under way." }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Webhook" });
export type Webhook = z.infer<typeof Webhook>;

/** Shown once: when made and when rotated. */
export const WebhookWithSecret = Webhook.extend({
  secret: z.string().meta({ description: "`whsec_…`, shown this once." }),
}).meta({
  id: "WebhookWithSecret",
});

export const Delivery = z
  .object({
    id: z.uuid(),
    event: z.string(),
    commentId: z.uuid().nullable(),
    status: z.enum(["pending", "delivered", "failed"]),
    attempts: z.number().int(),
    nextAttemptAt: z.iso.datetime().nullable(),
    lastStatus: z.number().int().nullable(),
    lastError: z.string().nullable(),
    createdAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Delivery" });

const bySite = z.object({ site: Slug });
const byWebhook = z.object({ site: Slug, id: z.uuid().toLowerCase() });
const nothing = z.object({});
const common = { tag: "Webhooks", access: "owner" as const, query: nothing };

export const listWebhooks = endpoint({
  ...common,
  id: "listWebhooks",
  method: "get",
  path: "/api/sites/:site/webhooks",
  summary: "Where the site's events are sent",
  params: bySite,
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(Webhook),
  errors: ["not_found"],
});

export const createWebhook = endpoint({
  ...common,
  id: "createWebhook",
  method: "post",
  path: "/api/sites/:site/webhooks",
  summary: "Send the site's events to an address",
  description: "Signed by the Standard Webhooks convention. The secret is shown once, in this answer.",
  params: bySite,
  body: z.object({ url: WebhookUrl, events: Events }),
  status: 201,
  response: WebhookWithSecret,
  errors: ["not_found", "unprocessable"],
});

export const updateWebhook = endpoint({
  ...common,
  id: "updateWebhook",
  method: "patch",
  path: "/api/sites/:site/webhooks/:id",
  summary: "Change a webhook's address, events or switch",
  params: byWebhook,
  body: z.object({ url: WebhookUrl.optional(), events: Events.optional(), enabled: z.boolean().optional() }),
  status: 200,
  response: Webhook,
  errors: ["not_found", "unprocessable"],
});

export const deleteWebhook = endpoint({
  ...common,
  id: "deleteWebhook",
  method: "delete",
  path: "/api/sites/:site/webhooks/:id",
  summary: "Stop sending to an address",
  params: byWebhook,
  body: z.undefined(),
  status: 204,
  response: z.undefined(),
  errors: ["not_found"],
});

export const rotateSecret = endpoint({
  ...common,
  id: "rotateSecret",
  method: "post",
  path: "/api/sites/:site/webhooks/:id/secret",
  summary: "Make a new signing secret",
  description:
    "Deliveries carry both signatures for a day, so that nothing is refused while you change over.",
  params: byWebhook,
  body: z.object({}).optional(),
  status: 201,
  response: WebhookWithSecret,
  errors: ["not_found"],
});

export const listDeliveries = endpoint({
  ...common,
  id: "listDeliveries",
  method: "get",
  path: "/api/sites/:site/webhooks/:id/deliveries",
  summary: "What was sent, and what could not be",
  params: byWebhook,
  query: Page.extend({ status: z.enum(["pending", "delivered", "failed"]).optional() }),
  body: z.undefined(),
  status: 200,
  response: pageOf(Delivery),
  errors: ["not_found"],
});

export const resendDelivery = endpoint({
  ...common,
  id: "resendDelivery",
  method: "post",
  path: "/api/sites/:site/webhooks/:id/deliveries/:delivery/resend",
  summary: "Send a delivery again",
  description: "Under the same message id, so that a receiver that had it knows it again.",
  params: byWebhook.extend({ delivery: z.uuid().toLowerCase() }),
  body: z.object({}).optional(),
  status: 201,
  response: Delivery,
  errors: ["not_found", "conflict"],
});
