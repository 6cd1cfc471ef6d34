import type { Queryable } from "../db/pool.ts";
import type { ListKind } from "./definition.ts";

export interface ListRow {
  id: string;
  siteId: string;
  kind: ListKind;
  version: number;
  name: string;
  language: string | null;
  size: number;
  createdAt: Date;
  changedAt: Date;
  changedBy: string;
}

const SELECT = `select l.id, l.site_id as "siteId", l.kind, l.version, v.name, v.language, v.size,
    l.created_at as "createdAt", v.created_at as "changedAt", m.name as "changedBy"
  from word_lists l join word_list_versions v on v.list_id = l.id and v.version = l.version join moderators m on m.id = v.moderator_id`;

/** A site's lists that are not deleted, oldest first. */
export async function findLists(db: Queryable, siteId: string): Promise<ListRow[]> {
  const { rows } = await db.query<ListRow>(
    `${SELECT} where l.site_id = $1 and l.deleted_at is null order by l.id`,
    [siteId],
  );
  return rows;
}

export async function findList(db: Queryable, siteId: string, id: string): Promise<ListRow | null> {
  const { rows } = await db.query<ListRow>(
    `${SELECT} where l.site_id = $1 and l.id = $2 and l.deleted_at is null`,
    [siteId, id],
  );
  return rows[0] ?? null;
}

/** The same with the list locked for a change. */
export async function lockList(tx: Queryable, siteId: string, id: string): Promise<ListRow | null> {
  // Two statements: what a colleague saved while this one waited is only seen by the next.
  await tx.query(`select from word_lists where site_id = $1 and id = $2 for update`, [siteId, id]);
  return findList(tx, siteId, id);
}

/** Keeps these lists from being deleted until the transaction ends. */
export async function holdLists(tx: Queryable, siteId: string, ids: readonly string[]): Promise<void> {
  await tx.query(`select from word_lists where site_id = $1 and id = any($2) order by id for share`, [
    siteId,
    ids,
  ]);
}

/** Locks the site for making and changing lists. */
export async function lockSite(tx: Queryable, siteId: string): Promise<void> {
  await tx.query(`select from sites where id = $1 for no key update`, [siteId]);
}

export interface NewVersion {
  listId: string;
  version: number;
  name: string;
  language: string | null;
  entries: readonly string[];
  note: string;
  moderatorId: string;
}

export async function insertList(
  tx: Queryable,
  list: { id: string; siteId: string; kind: ListKind },
): Promise<void> {
  await tx.query(`insert into word_lists (id, site_id, kind, version) values ($1, $2, $3, 1)`, [
    list.id,
    list.siteId,
    list.kind,
  ]);
}

/** Adds a version and makes it the list's own. */
export async function addVersion(tx: Queryable, version: NewVersion): Promise<void> {
  await tx.query(
    `with added as (
      insert into word_list_versions (list_id, version, name, language, entries, size, note, moderator_id) values ($1, $2, $3, $4, $5, $6, $7, $8))
    update word_lists set version = $2 where id = $1`,
    [
      version.listId,
      version.version,
      version.name,
      version.language,
      version.entries.join("\n"),
      version.entries.length,
      version.note,
      version.moderatorId,
    ],
  );
}

export async function markDeleted(tx: Queryable, id: string): Promise<void> {
  await tx.query(`update word_lists set deleted_at = now() where id = $1`, [id]);
}

export interface VersionRow {
  version: number;
  name: string;
  language: string | null;
  size: number;
  note: string;
  createdAt: Date;
  by: string;
}

/** A list's versions, the latest first; at most five hundred. */
export async function findVersions(db: Queryable, listId: string): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.version, v.name, v.language, v.size, v.note, v.created_at as "createdAt", m.name as by
     from word_list_versions v join moderators m on m.id = v.moderator_id where v.list_id = $1 order by v.version desc limit 500`,
    [listId],
  );
  return rows;
}

/** A version's entries, one a line; null where there is no such version. */
export async function entriesOf(db: Queryable, listId: string, version: number): Promise<string | null> {
  const { rows } = await db.query<{ entries: string }>(
    `select entries from word_list_versions where list_id = $1 and version = $2`,
    [listId, version],
  );
  return rows[0]?.entries ?? null;
}

export interface NamedRow {
  id: string;
  siteId: string;
  kind: ListKind;
  version: number;
  name: string;
  language: string | null;
  size: number;
}

/** Those of these lists that these sites have, and all that they allow. */
export async function findNamed(
  db: Queryable,
  siteIds: readonly string[],
  ids: readonly string[],
): Promise<NamedRow[]> {
  const { rows } = await db.query<NamedRow>({
    name: "word-lists-named",
    text: `select l.id, l.site_id as "siteId", l.kind, l.version, v.name, v.language, v.size
      from word_lists l join word_list_versions v on v.list_id = l.id and v.version = l.version
      where l.site_id = any($1) and l.deleted_at is null and (l.kind = 'allowed' or l.id = any($2)) order by l.id`,
    values: [siteIds, ids],
  });
  return rows;
}
