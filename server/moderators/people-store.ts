import type { Queryable } from "../db/pool.ts";
import type { Person } from "./contract.ts";

export interface PersonRow extends Omit<Person, "createdAt" | "lastSeenAt" | "deactivatedAt"> {
  createdAt: Date;
  lastSeenAt: Date | null;
  deactivatedAt: Date | null;
}

const COLUMNS = `m.id, m.email, m.name, m.role, m.created_at as "createdAt", m.last_seen_at as "lastSeenAt", m.deactivated_at as "deactivatedAt",
  array(select slug from moderator_sites ms join sites on sites.id = ms.site_id where ms.moderator_id = m.id order by slug) as sites,
  (select coalesce(json_agg(json_build_object('site', slug, 'section', own.section) order by slug, own.section), '[]')
    from moderator_sections own join sites on sites.id = own.site_id where own.moderator_id = m.id) as sections,
  exists (select from totp where moderator_id = m.id and confirmed_at is not null) as "twoStep"`;

/** Everybody there is or was, oldest first, after the id given. */
export async function findPeople(
  db: Queryable,
  query: { after?: string; limit: number },
): Promise<PersonRow[]> {
  const { rows } = await db.query<PersonRow>(
    `select ${COLUMNS} from moderators m where $1::uuid is null or m.id > $1 order by m.id limit $2`,
    [query.after ?? null, query.limit],
  );
  return rows;
}

/** The owners who can sign in, locked: nobody else can take an owner's role away before this transaction ends. */
export async function lockOwners(tx: Queryable): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from moderators where role = 'owner' and deactivated_at is null order by id for no key update`,
  );
  return rows.map(({ id }) => id);
}

/** A person as they are, locked for a change. */
export async function lockPerson(tx: Queryable, id: string): Promise<PersonRow | null> {
  const { rows } = await tx.query<PersonRow>(
    `select ${COLUMNS} from moderators m where m.id = $1 for no key update`,
    [id],
  );
  return rows[0] ?? null;
}

export async function savePerson(
  tx: Queryable,
  person: Pick<PersonRow, "id" | "name" | "role" | "deactivatedAt">,
): Promise<void> {
  await tx.query(`update moderators set name = $2, role = $3, deactivated_at = $4 where id = $1`, [
    person.id,
    person.name,
    person.role,
    person.deactivatedAt,
  ]);
}

/** Gives somebody these sites wholly and these sections of others, in the place of what they had. */
export async function saveScope(
  tx: Queryable,
  moderatorId: string,
  { sites, sections }: Pick<Person, "sites" | "sections">,
): Promise<void> {
  await tx.query(
    `with given as (select id from sites where slug = any($2)),
       gone as (delete from moderator_sites where moderator_id = $1 and site_id not in (select id from given))
     insert into moderator_sites (moderator_id, site_id) select $1, id from given on conflict do nothing`,
    [moderatorId, sites],
  );
  await tx.query(`delete from moderator_sections where moderator_id = $1`, [moderatorId]);
  await tx.query(
    `insert into moderator_sections (moderator_id, site_id, section)
     select $1, s.id, own.section from json_to_recordset($2::json) as own(site text, section text) join sites s on s.slug = own.site`,
    [moderatorId, JSON.stringify(sections)],
  );
}
