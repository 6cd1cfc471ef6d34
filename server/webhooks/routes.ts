import { fromCursor, toCursor } from "../cursor.ts";
import type { Db } from "../db/pool.ts";
import { handle, type Route } from "../http/mount.ts";
import type { SignedIn } from "../moderators/access.ts";
import { visibleSite } from "../sites/visible.ts";
import * as contract from "./contract.ts";
import { createWebhook } from "./create.ts";
import { deleteWebhook } from "./delete.ts";
import { type DeliveryRow, findDeliveries } from "./delivery-store.ts";
import { existing } from "./existing.ts";
import { resendDelivery } from "./resend.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { findWebhook, findWebhooks, type WebhookRow } from "./store.ts";
import { updateWebhook } from "./update.ts";
import { deliveryView, webhookView, webhookWithSecret } from "./view.ts";

export function webhookRoutes({ db, allowPrivate }: { db: Db; allowPrivate: boolean }): Route[] {
  const siteId = async (moderator: SignedIn, slug: string): Promise<string> =>
    (await visibleSite(db, moderator, slug)).id;
  const actor = (moderator: SignedIn): string => `moderator/${moderator.id}`;
  return [
    handle(contract.listWebhooks, async ({ params, query, moderator }) => {
      const after = query.after ? fromCursor(query.after, ["uuid"])[0] : undefined;
      const rows = await findWebhooks(db, {
        siteId: await siteId(moderator, params.site),
        after,
        limit: query.limit + 1,
      });
      const shown = rows.slice(0, query.limit);
      const more = rows.length > query.limit;
      return { items: shown.map(webhookView), next: more ? toCursor((shown.at(-1) as WebhookRow).id) : null };
    }),
    handle(contract.createWebhook, async ({ params, body, moderator }) => {
      const site = await siteId(moderator, params.site);
      return webhookWithSecret(
        await createWebhook(db, { siteId: site, ...body, actor: actor(moderator), allowPrivate }),
      );
    }),
    handle(contract.updateWebhook, async ({ params, body, moderator }) => {
      const site = await siteId(moderator, params.site);
      const change = { siteId: site, id: params.id, ...body, actor: actor(moderator), allowPrivate };
      return webhookView(await updateWebhook(db, change));
    }),
    handle(contract.deleteWebhook, async ({ params, moderator }) => {
      const site = await siteId(moderator, params.site);
      await deleteWebhook(db, { siteId: site, id: params.id, actor: actor(moderator) });
      return undefined;
    }),
    handle(contract.rotateSecret, async ({ params, moderator }) => {
      const site = await siteId(moderator, params.site);
      return webhookWithSecret(
        await rotateSecret(db, { siteId: site, id: params.id, actor: actor(moderator) }),
      );
    }),
    handle(contract.listDeliveries, async ({ params, query, moderator }) => {
      const webhook = existing(await findWebhook(db, await siteId(moderator, params.site), params.id));
      const after = query.after ? fromCursor(query.after, ["whole"])[0] : undefined;
      const rows = await findDeliveries(db, {
        webhookId: webhook.id,
        status: query.status,
        after,
        limit: query.limit + 1,
      });
      const shown = rows.slice(0, query.limit);
      const more = rows.length > query.limit;
      return {
        items: shown.map(deliveryView),
        next: more ? toCursor(Number((shown.at(-1) as DeliveryRow).eventId)) : null,
      };
    }),
    handle(contract.resendDelivery, async ({ params, moderator }) => {
      const site = await siteId(moderator, params.site);
      return deliveryView(
        await resendDelivery(db, { siteId: site, webhookId: params.id, id: params.delivery }),
      );
    }),
  ];
}
