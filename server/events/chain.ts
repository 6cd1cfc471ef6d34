import { createHash } from "node:crypto";

/** An event as the chain reads it: what the database wrote, as text. */
export interface ChainedEvent {
  id: string;
  type: string;
  siteId: string | null;
  articleId: string | null;
  commentId: string | null;
  actor: string;
  /** As jsonb prints it, which orders keys and spaces. */
  data: string;
  /** µs since 1970. */
  createdAt: string;
}

/** What stands before the first event. */
export const NOTHING_BEFORE = Buffer.alloc(32);

/** One link: SHA-256 of the hash before, 32 bytes, and the event's fields as a JSON array, in which no two events are alike. */
export function nextHash(before: Buffer, event: ChainedEvent): Buffer {
  const { id, type, siteId, articleId, commentId, actor, data, createdAt } = event;
  const fields = JSON.stringify([id, type, siteId, articleId, commentId, actor, data, createdAt]);
  return createHash("sha256").update(before).update(fields).digest();
}
