import type { Queryable } from "../db/pool.ts";
import type { Queue, QueueFilters } from "../reviews/contract.ts";

export interface SavedViewRow {
  id: string;
  moderatorId: string;
  moderatorName: string;
  siteId: string | null;
  siteSlug: string | null;
  shared: boolean;
  name: string;
  filters: Partial<QueueFilters> & { queue: Queue };
}

const SELECT = `select v.id, v.moderator_id as "moderatorId", m.name as "moderatorName", v.site_id as "siteId", s.slug as "siteSlug", v.shared, v.name, v.filters
  from saved_views v join moderators m on m.id = v.moderator_id left join sites s on s.id = v.site_id`;

/** The person's own and those shared with their sites, by name; without those of sites they may not see. At most `limit`. */
export async function findViews(
  db: Queryable,
  by: { id: string; siteIds: string[] | null },
  limit: number,
): Promise<SavedViewRow[]> {
  const { rows } = await db.query<SavedViewRow>(
    `${SELECT} where (v.moderator_id = $1 or v.shared) and (v.site_id is null or $2::uuid[] is null or v.site_id = any($2))
     order by (v.moderator_id = $1) desc, lower(v.name), v.id limit $3`,
    [by.id, by.siteIds, limit],
  );
  return rows;
}

export async function findOwnView(
  db: Queryable,
  moderatorId: string,
  id: string,
): Promise<SavedViewRow | null> {
  const { rows } = await db.query<SavedViewRow>(`${SELECT} where v.id = $1 and v.moderator_id = $2`, [
    id,
    moderatorId,
  ]);
  return rows[0] ?? null;
}

export async function countViews(db: Queryable, moderatorId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from saved_views where moderator_id = $1`,
    [moderatorId],
  );
  return rows[0]?.n ?? 0;
}

/** Writes a view, in the place of the one with this id where there is one. */
export async function saveView(
  db: Queryable,
  view: Pick<SavedViewRow, "id" | "moderatorId" | "siteId" | "shared" | "name" | "filters">,
): Promise<void> {
  await db.query(
    `insert into saved_views (id, moderator_id, site_id, shared, name, filters, created_at) values ($1, $2, $3, $4, $5, $6, now())
     on conflict (id) do update set shared = excluded.shared, name = excluded.name, filters = excluded.filters`,
    [view.id, view.moderatorId, view.siteId, view.shared, view.name, view.filters],
  );
}

export async function deleteView(db: Queryable, moderatorId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query(`delete from saved_views where id = $1 and moderator_id = $2`, [
    id,
    moderatorId,
  ]);
  return rowCount === 1;
}
