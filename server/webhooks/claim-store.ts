import type { Queryable } from "../db/pool.ts";
import type { Happening } from "./payload.ts";
import type { Secret } from "./secrets.ts";

export interface Claim {
  id: string;
  webhookId: string;
  /** This attempt's number, from 1. It also proves whose claim it is. */
  attempts: number;
  webhook: { url: string; secrets: Secret[]; enabled: boolean; deleted: boolean };
  event: Happening;
}

/** How long a claim keeps others away, in s. Four times what an attempt may take; after a crash the delivery is free again then. */
const LEASE = 60;

/**
 * Takes a delivery for one attempt, or answers null: not there, done, not due, taken, of a webhook in `crowded`, or an earlier event of the same comment is
 * still to be delivered to the same address (or still on its way to becoming a delivery). One statement, so that of several who ask one gets it.
 */
export async function claimDelivery(db: Queryable, id: string, crowded: string[]): Promise<Claim | null> {
  const { rows } = await db.query<Claim>({
    name: "claim-delivery",
    text: `with claimed as (
        update deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + interval '${LEASE} seconds'
        where d.id = $1 and d.status = 'pending' and d.next_attempt_at <= now() and d.webhook_id <> all($2::uuid[])
          and not exists (select from deliveries b
            where b.webhook_id = d.webhook_id and b.comment_id = d.comment_id and b.event_id < d.event_id and b.status = 'pending')
          and not exists (select from events b join outbox o on o.event_id = b.id where b.comment_id = d.comment_id and b.id < d.event_id)
        returning d.*
      )
      select d.id, d.webhook_id as "webhookId", d.attempts,
        json_build_object('url', w.url, 'secrets', w.secrets, 'enabled', w.enabled, 'deleted', w.deleted_at is not null) as webhook,
        jsonb_build_object(
          'eventId', e.id::text, 'type', e.type, 'at', e.created_at, 'actor', e.actor, 'data', e.data,
          'site', jsonb_build_object('id', s.id, 'slug', s.slug),
          'article', jsonb_build_object('id', a.id, 'key', a.key, 'url', a.url, 'title', a.title),
          'comment', jsonb_build_object('id', c.id, 'parentId', c.parent_id, 'status', c.status, 'text', c.text, 'html', c.html,
            'readerName', r.name, 'createdAt', c.created_at)
        ) as event
      from claimed d join webhooks w on w.id = d.webhook_id join events e on e.id = d.event_id
        join comments c on c.id = d.comment_id join articles a on a.id = c.article_id
        join readers r on r.id = c.reader_id join sites s on s.id = c.site_id`,
    values: [id, crowded],
  });
  const claim = rows[0];
  if (!claim) return null;
  const { event } = claim;
  return {
    ...claim,
    event: {
      ...event,
      at: new Date(event.at),
      comment: { ...event.comment, createdAt: new Date(event.comment.createdAt) },
    },
  };
}

export interface Outcome {
  status: "pending" | "delivered" | "failed";
  /** With `pending`: seconds until the next attempt. */
  retryIn: number | null;
  lastStatus: number | null;
  lastError: string | null;
}

/** Writes down how an attempt ended, unless the claim has passed to somebody else meanwhile; answers whether it was written. */
export async function settleDelivery(
  db: Queryable,
  claim: Pick<Claim, "id" | "attempts">,
  outcome: Outcome,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "settle-delivery",
    text: `update deliveries set status = $3, next_attempt_at = now() + make_interval(secs => $4), last_status = $5, last_error = $6,
        delivered_at = case when $3 = 'delivered' then now() end
      where id = $1 and attempts = $2 and status = 'pending'`,
    values: [
      claim.id,
      claim.attempts,
      outcome.status,
      outcome.retryIn,
      outcome.lastStatus,
      outcome.lastError,
    ],
  });
  return rowCount === 1;
}

/** The delivery that waited for this one: the comment's next event for the same address. */
export async function nextInOrder(db: Queryable, id: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({
    name: "next-delivery-in-order",
    text: `select n.id from deliveries d join deliveries n
        on n.webhook_id = d.webhook_id and n.comment_id = d.comment_id and n.event_id > d.event_id and n.status = 'pending'
      where d.id = $1 order by n.event_id limit 1`,
    values: [id],
  });
  return rows[0]?.id ?? null;
}

/** Seconds that a new delivery's own job gets before the sweep looks after it. */
const HEAD_START = 2;

/** Deliveries that are due and whose turn it is, longest due first, leaving out the webhooks in `crowded`. */
export async function findDueDeliveries(
  db: Queryable,
  crowded: string[],
  limit: number,
): Promise<{ id: string; attempts: number }[]> {
  const { rows } = await db.query<{ id: string; attempts: number }>({
    name: "due-deliveries",
    text: `select id, attempts from deliveries d
      where status = 'pending' and next_attempt_at <= now() and webhook_id <> all($1::uuid[])
        and (attempts > 0 or created_at < now() - interval '${HEAD_START} seconds')
        and not exists (select from deliveries b
          where b.webhook_id = d.webhook_id and b.comment_id = d.comment_id and b.event_id < d.event_id and b.status = 'pending')
      order by next_attempt_at limit $2`,
    values: [crowded, limit],
  });
  return rows;
}

/** Gives up deliveries that have been due for two days without a turn; answers how many. */
export async function giveUpOld(db: Queryable): Promise<number> {
  const { rowCount } = await db.query({
    name: "give-up-old-deliveries",
    text: `update deliveries set status = 'failed', next_attempt_at = null, last_error = $1
      where status = 'pending' and next_attempt_at < now() - interval '2 days'`,
    values: [
      "The address did not answer earlier messages, and this one's turn did not come within two days.",
    ],
  });
  return rowCount ?? 0;
}
