import type { Queryable } from "../db/pool.ts";
import type { SignedIn } from "./access.ts";

/** The one place that says which sites `moderators m` may see, as the column "siteIds"; null, of an owner: all of them. */
export const SITES_OF_M = `case when m.role = 'owner' then null
  else array(select site_id::text from moderator_sites where moderator_id = m.id) end as "siteIds"`;

/** What somebody may see and do now, signed in or not; null: they were deactivated. For work that goes on when its maker has left. */
export async function rightsNow(
  db: Queryable,
  moderatorId: string,
): Promise<Pick<SignedIn, "id" | "role" | "siteIds"> | null> {
  const { rows } = await db.query<Pick<SignedIn, "id" | "role" | "siteIds">>({
    name: "rights-now",
    text: `select m.id, m.role, ${SITES_OF_M}
      from moderators m where m.id = $1 and m.deactivated_at is null`,
    values: [moderatorId],
  });
  return rows[0] ?? null;
}
