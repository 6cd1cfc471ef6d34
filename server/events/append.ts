import type { Queryable } from "../db/pool.ts";
import type { EventType, LiveEvent } from "./contract.ts";

export interface NewEvent {
  type: EventType;
  siteId?: string;
  articleId?: string;
  commentId?: string;
  /** 'reader/<id>', 'moderator/<id>', 'rules' or 'system'. */
  actor: string;
  /** Ids and small facts for the audit log; never a comment's text. */
  data?: Record<string, unknown>;
  /** What live clients need beyond ids and type; null tells none. */
  live?: Pick<
    LiveEvent,
    "version" | "status" | "statusBefore" | "parentId" | "readerId" | "moderatorId" | "claim" | "batchId"
  > | null;
}

/** PostgreSQL takes 8,000 bytes a notification. Live events are ids, so characters are bytes. */
const NOTIFY_LIMIT = 7_900;

/**
 * Records what happened, in the caller's transaction: audit rows, outbox rows for the relay (comments' events only, since
 * only they have follow-ups), a wake-up for the relay and a hint for live clients. All of it happens at commit, or none.
 */
export async function appendEvents(tx: Queryable, events: NewEvent[], now = new Date()): Promise<void> {
  if (events.length === 0) return;
  await tx.query({
    name: "append-events",
    text: `with input as (
        select * from json_to_recordset($1::json) as e(type text, "siteId" uuid, "articleId" uuid, "commentId" uuid, actor text, data jsonb)
      ), added as (
        insert into events (type, site_id, article_id, comment_id, actor, data)
        select type, "siteId", "articleId", "commentId", actor, coalesce(data, '{}') from input
        returning id, type
      ), pending as (
        insert into outbox (event_id) select id from added where type like 'comment.%' returning event_id
      ), wake as (
        select pg_notify('outbox', '') from pending limit 1
      ), live as (
        select pg_notify('live', chunk) from unnest($2::text[]) as chunk
      )
      select (select count(*) from wake) + (select count(*) from live)`,
    values: [JSON.stringify(events.map(({ live: _, ...event }) => event)), liveChunks(events, now)],
  });
}

/** The live hints of these events as JSON arrays, each within what one notification holds. */
export function liveChunks(events: NewEvent[], now: Date): string[] {
  const chunks: string[] = [];
  let chunk = "";
  for (const { type, siteId, articleId, commentId, actor, live } of events) {
    if (live === null) continue;
    const hint: LiveEvent = { type, siteId, articleId, commentId, actor, at: now.toISOString(), ...live };
    const text = JSON.stringify(hint);
    if (chunk && chunk.length + text.length + 2 > NOTIFY_LIMIT) {
      chunks.push(`[${chunk}]`);
      chunk = "";
    }
    chunk = chunk ? `${chunk},${text}` : text;
  }
  if (chunk) chunks.push(`[${chunk}]`);
  return chunks;
}

/** Tells live clients something that is no entry of the log, when the caller's transaction commits. */
export async function tellLive(tx: Queryable, event: LiveEvent, now = new Date()): Promise<void> {
  await tx.query({
    name: "tell-live",
    text: `select pg_notify('live', $1)`,
    values: [JSON.stringify([{ ...event, at: now.toISOString() }])],
  });
}
