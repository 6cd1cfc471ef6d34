import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { Scope, SignedIn } from "./access.ts";

/**
 * The one place that says what `moderators m` may see, as the columns "siteIds" and sections: the sites that are theirs wholly (null, of an owner: all of
 * them), and sections of others.
 */
export const SCOPE_OF_M = `case when m.role = 'owner' then null
    else array(select site_id::text from moderator_sites where moderator_id = m.id) end as "siteIds",
  (select coalesce(json_agg(json_build_object('siteId', own.site_id, 'section', own.section)), '[]')
    from moderator_sections own where own.moderator_id = m.id and m.role <> 'owner') as sections`;

type Rights = Scope & Pick<SignedIn, "id" | "role">;

/** What somebody may see and do now, signed in or not; null: they were deactivated. For work that goes on when its maker has left. */
export async function rightsNow(db: Queryable, moderatorId: string): Promise<Rights | null> {
  const { rows } = await db.query<Rights>({
    name: "rights-now",
    text: `select m.id, m.role, ${SCOPE_OF_M}
      from moderators m where m.id = $1 and m.deactivated_at is null`,
    values: [moderatorId],
  });
  return rows[0] ?? null;
}

/** For an answer that takes long, at each of its parts: throws AppError("forbidden") when the session has ended since, or its rights are others. */
export async function assertSameRights(db: Queryable, by: SignedIn): Promise<void> {
  const { rows } = await db.query<Rights>({
    name: "rights-of-session",
    text: `select m.id, m.role, ${SCOPE_OF_M} from sessions s join moderators m on m.id = s.moderator_id
      where s.id = $1 and s.expires_at > now() and m.deactivated_at is null`,
    values: [by.sessionId],
  });
  if (rows[0] && inOneOrder(rows[0]) === inOneOrder(by)) return;
  throw new AppError("forbidden", "What you may see has changed meanwhile. Ask for the file again.");
}

const inOneOrder = ({ role, siteIds, sections }: Rights): string =>
  JSON.stringify([
    role,
    siteIds && [...siteIds].sort(),
    sections.map(({ siteId, section }) => `${siteId} ${section}`).sort(),
  ]);
