import type { Queryable } from "../db/pool.ts";
import type { Scope, SignedIn } from "../moderators/access.ts";
import { inScope, sitesOf } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import { MOST_PRESENT, type Present } from "./contract.ts";

/** Tabs of one session that are remembered; those that have been silent for longest give way. */
const MOST_TABS = 20;

/** What waits to be judged blind, whoever looks: nobody is told who is judging it. */
const JUDGED_BLIND = `exists (select from queue_entries q where q.comment_id = c.id and q.queue in ('appealed', 'sample'))`;

/** Who is there beyond `now` besides this moderator, of those who share a site with them, and what they read of what this moderator may see. */
export async function findPresent(
  db: Queryable,
  by: Scope & Pick<SignedIn, "id">,
  now: Date,
): Promise<Present[]> {
  const values: unknown[] = [by.id, sitesOf(by), now];
  const visible = inScope(by, "c", placesIn(values)).map((condition) => ` and ${condition}`);
  const { rows } = await db.query<Present>(
    `select m.id, m.name, coalesce(array_agg(distinct c.id::text) filter (where c.id is not null and not ${JUDGED_BLIND}), '{}') as comments
     from presence p
     join sessions s on s.id = p.session_id and s.expires_at > $3
     join moderators m on m.id = s.moderator_id and m.deactivated_at is null
     left join comments c on c.id = p.comment_id${visible.join("")}
     where p.expires_at > $3 and m.id <> $1
       and ($2::uuid[] is null or m.role = 'owner' and cardinality($2) > 0
         or exists (select from moderator_sites own where own.moderator_id = m.id and own.site_id = any($2))
         or exists (select from moderator_sections own where own.moderator_id = m.id and own.site_id = any($2)))
     group by m.id, m.name order by m.name, m.id limit ${MOST_PRESENT}`,
    values,
  );
  return rows;
}

export async function mayRead(db: Queryable, scope: Scope, commentId: string): Promise<boolean> {
  const values: unknown[] = [commentId];
  const conditions = ["c.id = $1", ...inScope(scope, "c", placesIn(values))];
  const { rowCount } = await db.query(`select from comments c where ${conditions.join(" and ")}`, values);
  return rowCount === 1;
}

/** Writes what a tab says. Answers whether that is news: it was not there, or read something else. */
export async function savePresence(
  tx: Queryable,
  row: { sessionId: string; tab: string; commentId: string | null; expiresAt: Date; now: Date },
): Promise<boolean> {
  const { rows } = await tx.query<{ news: boolean }>({
    name: "save-presence",
    text: `with before as (select comment_id from presence where session_id = $1 and tab = $2 and expires_at > $5),
      crowded as (
        delete from presence where session_id = $1 and tab in (
          select tab from presence where session_id = $1 and tab <> $2 order by expires_at desc offset ${MOST_TABS - 1})),
      saved as (
        insert into presence (session_id, tab, comment_id, expires_at) values ($1, $2, $3, $4)
        on conflict (session_id, tab) do update set comment_id = excluded.comment_id, expires_at = excluded.expires_at)
      select not exists (select from before where comment_id is not distinct from $3::uuid) as news`,
    values: [row.sessionId, row.tab, row.commentId, row.expiresAt, row.now],
  });
  return rows[0]?.news ?? true;
}

/** Whether there was something to end. */
export async function deletePresence(tx: Queryable, sessionId: string, tab: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from presence where session_id = $1 and tab = $2`, [
    sessionId,
    tab,
  ]);
  return rowCount === 1;
}

/** Takes away what is past its time, at most `limit`; answers how many. Rows that another transaction is at are left to it. */
export async function takeExpired(tx: Queryable, now: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from presence where (session_id, tab) in (
       select session_id, tab from presence where expires_at <= $1 order by expires_at limit $2 for update skip locked)`,
    [now, limit],
  );
  return rowCount ?? 0;
}
