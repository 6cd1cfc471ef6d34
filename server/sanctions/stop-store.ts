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

/** What keeps a reader from writing, as conditions of `sanctions s`. */
const againstReader = (reader: string, now: string): string =>
  `s.reader_id = ${reader} and s.kind in ('ban', 'suspend', 'warn') and s.lifted_at is null
     and (s.ends_at is null or s.ends_at > ${now}) and s.acknowledged_at is null`;

/** What keeps whoever shares traces from writing, as conditions of `banned_traces b` and its `sanctions s`. `since`: when the reader came; null: they are new. */
const byTrace = (site: string, hashes: string, since: string, now: string): string =>
  `b.site_id = ${site} and b.hash in (${hashes}) and b.ends_at > ${now} and s.lifted_at is null and (${since} is null or ${since} >= s.starts_at)`;

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
      where ${againstReader("$1", "$2")}
      union all
      select s.id, s.kind, s.words, b.ends_at, true from banned_traces b join sanctions s on s.id = b.sanction_id
      where ${byTrace("$3", "select decode(h, 'hex') from unnest($4::text[]) h", "$5::timestamptz", "$2")}`,
    values: [reader?.id ?? null, now, site.id, hashes, reader?.createdAt ?? null],
  });
  return rows;
}

/** Whether there is anything of that against the writer of `i`, as an SQL condition: "siteId", "readerId", "readerSince" and traces, a JSON object of hashes in hex. */
export const IS_STOPPED = `(exists (select from sanctions s where ${againstReader('i."readerId"', "now()")})
  or exists (select from banned_traces b join sanctions s on s.id = b.sanction_id
    where ${byTrace('i."siteId"', "select decode(t.value, 'hex') from json_each_text(i.traces) t", 'i."readerSince"', "now()")}))`;
