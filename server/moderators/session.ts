import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "../db/pool.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "./access.ts";
import { SCOPE_OF_M } from "./rights.ts";

export const SESSION_COOKIE = "replydesk_session";

/** A session lasts this long after sign-in, in ms. */
export const SESSION_LIFE = 14 * 24 * 3_600_000;

/** A session that nobody uses ends after so long, in hours: whoever comes back to a forgotten desk signs in again. */
export const IDLE_HOURS = 24;

/** A secret for a cookie or a link: 32 random bytes. */
export const newToken = (): string => randomBytes(32).toString("base64url");
/** What is kept of it. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Opens a session and answers the cookie's token, of which only a hash is stored. `device` is what its owner will know it by. */
export async function openSession(
  db: Queryable,
  moderatorId: string,
  device = "An unknown device",
  now = new Date(),
): Promise<string> {
  const token = newToken();
  await db.query(
    `with seen as (update moderators set last_seen_at = $6 where id = $3)
     insert into sessions (id, token_hash, moderator_id, device, expires_at, last_seen_at) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), hashToken(token), moderatorId, device, new Date(now.getTime() + SESSION_LIFE), now],
  );
  return token;
}

/** Ends the session of this token; answers whose it was, or null when there was none. */
export async function closeSession(db: Queryable, token: string): Promise<string | null> {
  const { rows } = await db.query<{ moderatorId: string }>(
    `delete from sessions where token_hash = $1 returning moderator_id as "moderatorId"`,
    [hashToken(token)],
  );
  return rows[0]?.moderatorId ?? null;
}

/** Whose session this is, with what they may see; null when there is none, it has expired or lain idle for a day, or its owner was deactivated. */
export async function sessionOf(db: Queryable, token: string): Promise<SignedIn | null> {
  const { rows } = await db.query<SignedIn>({
    name: "session-of",
    text: `select m.id, m.email, m.name, m.role, s.id as "sessionId", s.expires_at as "sessionEndsAt", s.last_seen_at as "lastSeenAt",
        ${SCOPE_OF_M}
      from sessions s join moderators m on m.id = s.moderator_id
      where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - make_interval(hours => $2) and m.deactivated_at is null`,
    values: [hashToken(token), IDLE_HOURS],
  });
  return rows[0] ?? null;
}

/** "Last seen" is right to this many ms, so that reading the desk does not write to the database with every request. */
const SEEN_EVERY = 60_000;

/** Notes that the session was used, once a minute at most. */
export async function noteSeen(db: Queryable, by: SignedIn, now = new Date()): Promise<void> {
  if (now.getTime() - by.lastSeenAt.getTime() < SEEN_EVERY) return;
  await db.query(
    `with seen as (update sessions set last_seen_at = $3 where id = $1)
     update moderators set last_seen_at = $3 where id = $2`,
    [by.sessionId, by.id, now],
  );
}
