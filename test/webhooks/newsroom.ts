import { postingTo } from "../../server/comments/post.ts";
import { inTransaction } from "../../server/db/pool.ts";
import type { Action } from "../../server/decisions/contract.ts";
import { decide } from "../../server/decisions/decide.ts";
import { createSite } from "../../server/sites/create.ts";
import type { SiteRow } from "../../server/sites/store.ts";
import { createWebhook } from "../../server/webhooks/create.ts";
import { type DeliveryRow, findDeliveries } from "../../server/webhooks/delivery-store.ts";
import type { WebhookRow } from "../../server/webhooks/store.ts";
import { deliverWebhook } from "../../workers/deliver-webhook.ts";
import type { NewJob } from "../../workers/jobs.ts";
import { relayBatch } from "../../workers/relay.ts";
import { sweepDeliveries } from "../../workers/sweep-deliveries.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

export interface Newsroom extends TestDatabase {
  readonly site: SiteRow;
  /** Jobs that were added and not run yet. */
  readonly jobs: NewJob[];
  add(jobs: NewJob[]): Promise<void>;
  webhook(url: string, events?: string[]): Promise<WebhookRow>;
  /** Posts a comment and answers its id. */
  post(text?: string): Promise<string>;
  /** The rules decide it as it is now. */
  decided(commentId: string, action: Action): Promise<void>;
  /** Relays every event, then runs the deliveries' jobs until there are none. */
  work(options?: { allowPrivate?: boolean }): Promise<void>;
  /** As if the time of every pending delivery's next attempt had come; then sweeps, and works. */
  later(): Promise<void>;
  deliveries(webhook: WebhookRow): Promise<DeliveryRow[]>;
}

/** A site with a database of its own, whose events are relayed and delivered when the test says so. */
export async function newsroom(): Promise<Newsroom> {
  const database = await freshDatabase();
  const { db } = database;
  const site = await createSite(db, {
    slug: "daily",
    name: "The Daily",
    allowedOrigins: ["*"],
    actor: "system",
  });
  const posting = postingTo(db);
  const jobs: NewJob[] = [];
  const room: Newsroom = {
    ...database,
    site,
    jobs,
    async add(more) {
      jobs.push(...more);
    },
    webhook: (url, events = ["comment.posted", "comment.held", "comment.approved", "comment.rejected"]) =>
      createWebhook(db, { siteId: site.id, url, events, actor: "system", allowPrivate: true }),
    async post(text = "Well said, but the bridge closed in May.") {
      const comment = await posting({
        site,
        article: { url: "https://daily.example/bridge", id: "bridge-7", title: "The bridge" },
        text,
        readerId: null,
        guest: { name: "Ana" },
      });
      return comment.id;
    },
    async decided(commentId, action) {
      const { rows } = await db.query<{ revision: number }>("select revision from comments where id = $1", [
        commentId,
      ]);
      const [outcome] = await inTransaction(db, (tx) =>
        decide(tx, [
          {
            commentId,
            actor: { kind: "rules" },
            action,
            seen: { revision: rows[0]!.revision },
            reason: "links",
          },
        ]),
      );
      if (!outcome || !("decided" in outcome)) throw new Error(`The rules could not ${action} the comment.`);
    },
    async work({ allowPrivate = true } = {}) {
      while ((await relayBatch(db, room.add)) > 0);
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        if (job.name === "deliver-webhook")
          await deliverWebhook(db, { allowPrivate, add: room.add }, job.payload.deliveryId);
      }
    },
    async later() {
      await db.query(
        `update deliveries set next_attempt_at = now(), created_at = created_at - interval '3 seconds' where status = 'pending'`,
      );
      await sweepDeliveries(db, room.add);
      await room.work();
    },
    deliveries: async (webhook) =>
      (await findDeliveries(db, { webhookId: webhook.id, limit: 200 })).reverse(),
  };
  return room;
}
