import type { Queryable } from "../db/pool.ts";
import type { Scored, Unavailable } from "./scorer.ts";
import type { Scoring } from "./store.ts";

/** The pause before the first try, in s; it doubles with each that fails, up to the last. */
const FIRST = 30;
const LONGEST = 3_600;

const isLasting = (answer: Scored | Unavailable): boolean =>
  "unavailable" in answer && (answer.lasting === true || answer.language !== undefined);

const isUnscored = ({ scorings }: Scoring): boolean => scorings.every((answer) => "unavailable" in answer);

/** Remembers those of these that no scorer answered for, to be tried again: soon, or never by itself where all of them say that it is of no use. */
export async function markUnscored(tx: Queryable, scorings: Scoring[]): Promise<void> {
  const rows = scorings.filter(isUnscored).map(({ commentId, revision, scorings: answers }) => ({
    commentId,
    revision,
    lasting: answers.length > 0 && answers.every(isLasting),
  }));
  if (rows.length === 0) return;
  await tx.query(
    `insert into unscored as u (comment_id, site_id, revision, next_try_at)
     select c.id, c.site_id, c.revision, case when not i.lasting then now() + make_interval(secs => $2) end
     from json_to_recordset($1::json) as i("commentId" uuid, revision int, lasting boolean)
     join comments c on c.id = i."commentId" and c.revision = i.revision
     on conflict (comment_id) do update set revision = excluded.revision,
       tries = case when u.revision = excluded.revision then least(u.tries + 1, 1000) else 1 end,
       next_try_at = case when excluded.next_try_at is null then null
         when u.revision = excluded.revision then now() + make_interval(secs => least($2 * 2 ^ least(u.tries, 20), $3) * (0.8 + 0.4 * random()))
         else excluded.next_try_at end`,
    [JSON.stringify(rows), FIRST, LONGEST],
  );
}

/** Forgets comments that have their score, or need none any more. */
export async function dropUnscored(tx: Queryable, commentIds: string[]): Promise<void> {
  if (commentIds.length === 0) return;
  await tx.query(`delete from unscored where comment_id = any($1)`, [commentIds]);
}

export interface DueComment {
  commentId: string;
  siteId: string;
}

/** Takes up to `limit` comments that are due, fewest tries first; for a minute nobody else gets them. */
export async function claimUnscored(db: Queryable, limit: number): Promise<DueComment[]> {
  const { rows } = await db.query<DueComment>(
    `update unscored u set next_try_at = now() + interval '1 minute'
     from (select comment_id from unscored where next_try_at <= now() order by tries, next_try_at limit $1 for update skip locked) due
     where u.comment_id = due.comment_id
     returning u.comment_id as "commentId", u.site_id as "siteId"`,
    [limit],
  );
  return rows;
}

/** Puts comments back without counting a try: their scorers are away. */
export async function postponeUnscored(db: Queryable, commentIds: string[]): Promise<void> {
  if (commentIds.length === 0) return;
  await db.query(
    `update unscored set next_try_at = now() + make_interval(secs => $2 * (0.8 + 0.4 * random())) where comment_id = any($1)`,
    [commentIds, FIRST],
  );
}

/** Makes all of a site's due at once: its scorers have changed. */
export async function retryUnscored(tx: Queryable, siteId: string): Promise<void> {
  await tx.query(`update unscored set next_try_at = now(), tries = 0 where site_id = $1`, [siteId]);
}

export async function countUnscored(db: Queryable, siteId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from unscored where site_id = $1`,
    [siteId],
  );
  return rows[0]?.n ?? 0;
}
