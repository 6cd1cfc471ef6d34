import type { Queryable } from "../db/pool.ts";

/** So many changes of a site are looked through: each may carry thousands of banned words. */
const LATEST = 100;

/** The last change of each setting among a site's latest ones, from its log. `name` null: Replydesk itself did it. */
export async function lastChanges(
  db: Queryable,
  siteId: string,
): Promise<{ setting: string; name: string | null; at: Date }[]> {
  const { rows } = await db.query<{ setting: string; name: string | null; at: Date }>(
    `with latest as materialized (
       select id, actor, data, created_at from events where type = 'site.updated' and site_id = $1 order by id desc limit ${LATEST}
     )
     select distinct on (k.setting) k.setting, m.name, e.created_at as at
     from latest e cross join lateral jsonb_object_keys(e.data->'after') as k(setting)
       left join moderators m on e.actor = 'moderator/' || m.id
     where e.data->'before'->k.setting is distinct from e.data->'after'->k.setting
     order by k.setting, e.id desc`,
    [siteId],
  );
  return rows;
}
