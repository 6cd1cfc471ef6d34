import type { Queryable } from "../db/pool.ts";
import type { Secret } from "./secrets.ts";

export interface WebhookRow {
  id: string;
  siteId: string;
  url: string;
  events: string[];
  enabled: boolean;
  secrets: Secret[];
  createdAt: Date;
}

const COLUMNS = `id, site_id as "siteId", url, events, enabled, secrets, created_at as "createdAt"`;

/** A site's webhooks, oldest first, after the id given. */
export async function findWebhooks(
  db: Queryable,
  query: { siteId: string; after?: string; limit: number },
): Promise<WebhookRow[]> {
  const { rows } = await db.query<WebhookRow>(
    `select ${COLUMNS} from webhooks where site_id = $1 and deleted_at is null and ($2::uuid is null or id > $2) order by id limit $3`,
    [query.siteId, query.after ?? null, query.limit],
  );
  return rows;
}

export async function countWebhooks(db: Queryable, siteId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from webhooks where site_id = $1 and deleted_at is null`,
    [siteId],
  );
  return rows[0]?.count ?? 0;
}

export async function findWebhook(db: Queryable, siteId: string, id: string): Promise<WebhookRow | null> {
  const { rows } = await db.query<WebhookRow>(
    `select ${COLUMNS} from webhooks where site_id = $1 and id = $2 and deleted_at is null`,
    [siteId, id],
  );
  return rows[0] ?? null;
}

/** The same with the row locked for a change. */
export async function lockWebhook(tx: Queryable, siteId: string, id: string): Promise<WebhookRow | null> {
  const { rows } = await tx.query<WebhookRow>(
    `select ${COLUMNS} from webhooks where site_id = $1 and id = $2 and deleted_at is null for no key update`,
    [siteId, id],
  );
  return rows[0] ?? null;
}

export async function insertWebhook(
  tx: Queryable,
  webhook: Omit<WebhookRow, "createdAt" | "enabled">,
): Promise<WebhookRow> {
  const { rows } = await tx.query<WebhookRow>(
    `insert into webhooks (id, site_id, url, events, secrets) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
    [webhook.id, webhook.siteId, webhook.url, webhook.events, JSON.stringify(webhook.secrets)],
  );
  return rows[0] as WebhookRow;
}

export async function saveWebhook(
  tx: Queryable,
  webhook: Pick<WebhookRow, "id" | "url" | "events" | "enabled" | "secrets">,
): Promise<WebhookRow> {
  const { rows } = await tx.query<WebhookRow>(
    `update webhooks set url = $2, events = $3, enabled = $4, secrets = $5 where id = $1 returning ${COLUMNS}`,
    [webhook.id, webhook.url, webhook.events, webhook.enabled, JSON.stringify(webhook.secrets)],
  );
  return rows[0] as WebhookRow;
}

/** Its deliveries stay listed in the database; its secrets do not. */
export async function removeWebhook(tx: Queryable, id: string): Promise<void> {
  await tx.query(`update webhooks set deleted_at = now(), enabled = false, secrets = '[]' where id = $1`, [
    id,
  ]);
}

/** Ends what still waits to be sent to a webhook. */
export async function failPending(tx: Queryable, webhookId: string, why: string): Promise<void> {
  await tx.query(
    `update deliveries set status = 'failed', next_attempt_at = null, last_error = $2 where webhook_id = $1 and status = 'pending'`,
    [webhookId, why],
  );
}
