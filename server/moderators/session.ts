import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "../db/pool.ts";
import type { SignedIn } from "./access.ts";

export const SESSION_COOKIE = "replydesk_session";

/** A session lasts this long after sign-in, in ms. */
export const SESSION_LIFE = 14 * 24 * 3_600_000;

const hash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Opens a session and answers the cookie's token, of which only a hash is stored. */
export async function openSession(db: Queryable, moderatorId: string, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.query(`insert into sessions (token_hash, moderator_id, expires_at) values ($1, $2, $3)`, [
    hash(token),
    moderatorId,
    new Date(now.getTime() + SESSION_LIFE),
  ]);
  return token;
}

export async function closeSession(db: Queryable, token: string): Promise<void> {
  await db.query(`delete from sessions where token_hash = $1`, [hash(token)]);
}

/** Whose session this is, with the sites they may see; null when there is none or it has expired. */
export async function sessionOf(db: Queryable, token: string): Promise<SignedIn | null> {
  const { rows } = await db.query<SignedIn>({
    name: "session-of",
    text: `select m.id, m.email, m.name, m.role,
        case when m.role = 'owner' then null else array(select site_id::text from moderator_sites where moderator_id = m.id) end as "siteIds"
      from sessions s join moderators m on m.id = s.moderator_id where s.token_hash = $1 and s.expires_at > now()`,
    values: [hash(token)],
  });
  return rows[0] ?? null;
}
