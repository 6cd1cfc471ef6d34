import type { Queryable } from "../db/pool.ts";
import type { SiteRow } from "../sites/store.ts";
import type { Traces } from "../traces/trace.ts";

export interface Writer {
  site: Pick<SiteRow, "id" | "name">;
  /** null: a guest who is new. */
  reader: { id: string; createdAt: Date } | null;
  traces?: Traces;
}

/** What keeps somebody from writing now. */
export interface Stop {
  id: string;
  kind: "ban" | "suspend" | "warn";
  words: string | null;
  endsAt: Date | null;
  /** They are not the banned reader, only known by the same network or e-mail. */
  byTrace: boolean;
}

/**
 * Everything that keeps this person from writing: what is in force against the reader, and bans whose traces they share. A ban's traces stop only who is new
 * since: others in the same house, known from before, are not to blame.
 */
export async function stopsOf(db: Queryable, { site, reader, traces }: Writer, now: Date): Promise<Stop[]> {
  const hashes = traces ? [traces.address, traces.email].filter((hash) => hash !== null) : [];
  if (!reader && hashes.length === 0) return [];
  const { rows } = await db.query<Stop>({
    name: "stops-of",
    text: `select s.id, s.kind, s.words, s.ends_at as "endsAt", false as "byTrace" from sanctions s
      where s.reader_id = $1 and s.kind in ('ban', 'suspend', 'warn') and s.lifted_at is null
        and (s.ends_at is null or s.ends_at > $2) and s.acknowledged_at is null
      union all
      select s.id, s.kind, s.words, b.ends_at, true from banned_traces b join sanctions s on s.id = b.sanction_id
      where b.site_id = $3 and b.hash in (select decode(h, 'hex') from unnest($4::text[]) h) and b.ends_at > $2
        and s.lifted_at is null and ($1::uuid is null or $5::timestamptz >= s.starts_at)`,
    values: [reader?.id ?? null, now, site.id, hashes, reader?.createdAt ?? null],
  });
  return rows;
}
