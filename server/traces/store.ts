import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";
import type { TraceKind } from "../sanctions/contract.ts";

/** Puts a reader's traces of these kinds under a ban. */
export async function banTraces(
  tx: Queryable,
  ban: { sanctionId: string; readerId: string; kinds: TraceKind[]; endsAt: Date },
): Promise<void> {
  await tx.query(
    `insert into banned_traces (sanction_id, site_id, kind, hash, ends_at)
     select $1, site_id, kind, hash, $4 from reader_traces where reader_id = $2 and kind = any($3)`,
    [ban.sanctionId, ban.readerId, ban.kinds, ban.endsAt],
  );
}

/** Which kinds of traces there are of a reader. */
export async function traceKinds(db: Queryable, readerId: string): Promise<TraceKind[]> {
  const { rows } = await db.query<{ kind: TraceKind }>(
    `select distinct kind from reader_traces where reader_id = $1 order by kind`,
    [readerId],
  );
  return rows.map(({ kind }) => kind);
}

export interface SameTrace {
  readerId: string;
  by: TraceKind[];
  lastSeenAt: Date;
}

/**
 * Other readers with a trace in common who may be seen, the latest first, at most `limit`; and how many there are. `scope` is of the reader's site: who has only
 * sections of it is told of those who wrote in them.
 */
export async function sameTraces(
  db: Queryable,
  { readerId, scope, limit }: { readerId: string; scope: Scope; limit: number },
): Promise<{ others: SameTrace[]; count: number }> {
  const values: unknown[] = [readerId, limit];
  const [ofTheirs] = ofSections(scope, "c", placesIn(values));
  const seen = ofTheirs
    ? `and exists (select from comments c where c.reader_id = o.reader_id and ${ofTheirs})`
    : "";
  const { rows } = await db.query<SameTrace & { count: number }>(
    `select o.reader_id as "readerId", array_agg(distinct o.kind order by o.kind) as by, max(o.last_seen_at) as "lastSeenAt",
       count(*) over ()::int as count
     from reader_traces t join reader_traces o
       on o.site_id = t.site_id and o.kind = t.kind and o.hash = t.hash and o.reader_id <> t.reader_id
     where t.reader_id = $1 ${seen} group by o.reader_id order by 3 desc, 1 limit $2`,
    values,
  );
  return {
    others: rows.map(({ count: _, ...other }) => other),
    count: rows[0]?.count ?? 0,
  };
}

/** Deletes traces that were last seen before their site's period, and those of bans past their time. Answers how many of both. */
export async function deleteOldTraces(db: Queryable, now: Date, days: number): Promise<number> {
  const old = await db.query(
    `delete from reader_traces t using sites s
     where s.id = t.site_id and t.last_seen_at < $1::timestamptz - make_interval(days => coalesce((s.settings->>'traceDays')::int, $2))`,
    [now, days],
  );
  const banned = await db.query(`delete from banned_traces where ends_at <= $1`, [now]);
  return (old.rowCount ?? 0) + (banned.rowCount ?? 0);
}
