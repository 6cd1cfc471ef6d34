import { hash } from "node:crypto";
import type { Queryable } from "./db/pool.ts";
import { AppError } from "./errors.ts";

/** A client's key of one request, in the scope where it must be unique: 'comments', or the moderator who decides. */
export interface ScopedKey {
  siteId: string;
  scope: string;
  key: string;
}

export interface KeyUse {
  commentId: string;
  /** What was decided; null for a post. */
  decisionId: string | null;
  fingerprint: string;
}

/** The key in an Idempotency-Key header. Throws AppError("invalid") for one that cannot be kept. */
export function idempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === "") return undefined;
  const key = String(header);
  if (key.length <= 200 && /^[\x20-\x7e]+$/.test(key)) return key;
  throw new AppError("invalid", "Idempotency-Key takes 1 to 200 plain characters; a UUID is a good one.");
}

/** What was asked, in a form that tells one request from another and gives away neither. */
export function fingerprintOf(asked: unknown[]): string {
  return hash("sha256", JSON.stringify(asked), "base64url");
}

/** What this key was used for before. Throws AppError("unprocessable") when that was something else. */
export async function usedKey(db: Queryable, by: ScopedKey, fingerprint: string): Promise<KeyUse | null> {
  const { rows } = await db.query<KeyUse>({
    name: "used-key",
    text: `select comment_id as "commentId", decision_id as "decisionId", fingerprint from idempotency_keys
      where site_id = $1 and scope = $2 and key = $3`,
    values: [by.siteId, by.scope, by.key],
  });
  const used = rows[0] ?? null;
  if (used && used.fingerprint !== fingerprint) throw usedForAnother();
  return used;
}

/** Keeps what a key was used for, in the caller's transaction. Throws AppError("unprocessable") when another request has just used it. */
export async function keepKey(tx: Queryable, by: ScopedKey, use: KeyUse): Promise<void> {
  const { rowCount } = await tx.query({
    name: "keep-key",
    text: `insert into idempotency_keys (site_id, scope, key, fingerprint, comment_id, decision_id)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [by.siteId, by.scope, by.key, use.fingerprint, use.commentId, use.decisionId],
  });
  if (rowCount === 0) throw usedForAnother();
}

export const usedForAnother = (): AppError =>
  new AppError(
    "unprocessable",
    "This Idempotency-Key was used for something different. Use a new key for each request.",
  );
