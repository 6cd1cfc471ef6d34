import type { Queryable } from "../db/pool.ts";
import type { SectionOfSite } from "../moderators/contract.ts";
import type { Invitation } from "./contract.ts";

export interface InvitationRow extends Omit<Invitation, "createdAt" | "expiresAt"> {
  siteIds: string[];
  createdAt: Date;
  expiresAt: Date;
}

const COLUMNS = `i.id, i.email, i.name, i.role, i.site_ids::text[] as "siteIds", by.name as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
  array(select slug from sites where sites.id = any(i.site_ids) order by slug) as sites, i.sections`;

/** What still opens: not expired, and by somebody who is still an owner. Whoever lost that role leaves no door behind. */
const OPENS = `from invitations i join moderators by on by.id = i.invited_by
  where i.expires_at > now() and by.role = 'owner' and by.deactivated_at is null`;

export async function findInvitations(
  db: Queryable,
  query: { after?: string; limit: number },
): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>(
    `select ${COLUMNS} ${OPENS} and ($1::uuid is null or i.id > $1) order by i.id limit $2`,
    [query.after ?? null, query.limit],
  );
  return rows;
}

export async function invitationByToken(db: Queryable, tokenHash: Buffer): Promise<InvitationRow | null> {
  const { rows } = await db.query<InvitationRow>(`select ${COLUMNS} ${OPENS} and i.token_hash = $1`, [
    tokenHash,
  ]);
  return rows[0] ?? null;
}

export async function invitationById(db: Queryable, id: string): Promise<InvitationRow | null> {
  const { rows } = await db.query<InvitationRow>(`select ${COLUMNS} ${OPENS} and i.id = $1`, [id]);
  return rows[0] ?? null;
}

export interface NewInvitation {
  id: string;
  tokenHash: Buffer;
  email: string;
  name: string;
  role: "moderator" | "owner";
  siteIds: string[];
  sections: SectionOfSite[];
  invitedBy: string;
  expiresAt: Date;
}

/** One invitation for an address: a later one takes the place of an earlier, and its link. */
export async function saveInvitation(tx: Queryable, one: NewInvitation): Promise<void> {
  await tx.query(
    `insert into invitations (id, token_hash, email, name, role, site_ids, invited_by, expires_at, sections) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (lower(email)) do update set id = $1, token_hash = $2, email = $3, name = $4, role = $5, site_ids = $6, invited_by = $7,
       created_at = now(), expires_at = $8, sections = $9`,
    [
      one.id,
      one.tokenHash,
      one.email,
      one.name,
      one.role,
      one.siteIds,
      one.invitedBy,
      one.expiresAt,
      JSON.stringify(one.sections),
    ],
  );
}

/** Removes it; whether it was there. Of two who ask at once, one hears yes. */
export async function removeInvitation(tx: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from invitations where id = $1`, [id]);
  return rowCount === 1;
}
