import type { Queryable } from "../db/pool.ts";

export interface DeliveryRow {
  id: string;
  eventId: string;
  event: string;
  commentId: string | null;
  status: "pending" | "delivered" | "failed";
  attempts: number;
  nextAttemptAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Date;
  deliveredAt: Date | null;
}

const COLUMNS = `d.id, d.event_id::text as "eventId", e.type as event, d.comment_id as "commentId", d.status, d.attempts,
  d.next_attempt_at as "nextAttemptAt", d.last_status as "lastStatus", d.last_error as "lastError",
  d.created_at as "createdAt", d.delivered_at as "deliveredAt"`;

/** A webhook's deliveries, those of the newest events first, before the event `after`. */
export async function findDeliveries(
  db: Queryable,
  query: { webhookId: string; status?: DeliveryRow["status"]; after?: string; limit: number },
): Promise<DeliveryRow[]> {
  const { rows } = await db.query<DeliveryRow>(
    `select ${COLUMNS} from deliveries d join events e on e.id = d.event_id
     where d.webhook_id = $1 and ($2::text is null or d.status = $2) and ($3::bigint is null or d.event_id < $3)
     order by d.event_id desc limit $4`,
    [query.webhookId, query.status ?? null, query.after ?? null, query.limit],
  );
  return rows;
}

/**
 * Makes a delivery due now. One that ended is pending again and keeps its count of attempts. One that waits less than a claim lasts (a minute) may be
 * under way, so it is left as it is. Answers null when the webhook has no such delivery.
 */
export async function makeDue(db: Queryable, webhookId: string, id: string): Promise<DeliveryRow | null> {
  const { rows } = await db.query<DeliveryRow>(
    `with due as (
       update deliveries set status = 'pending', delivered_at = null,
         next_attempt_at = case when status = 'pending' and next_attempt_at <= now() + interval '1 minute' then next_attempt_at else now() end
       where webhook_id = $1 and id = $2 returning *
     )
     select ${COLUMNS} from due d join events e on e.id = d.event_id`,
    [webhookId, id],
  );
  return rows[0] ?? null;
}
