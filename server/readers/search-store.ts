import type { Queryable } from "../db/pool.ts";
import type { Scope } from "../moderators/access.ts";
import { ofSections, sitesOf } from "../moderators/scope.ts";
import { placesIn } from "../reviews/looking.ts";

export interface ReaderSearch {
  /** Of sections, those who have written in one. */
  scope: Scope;
  /** Words that a name's words begin with; empty: none were given. */
  words: string[];
  /** What was looked for, when it has no words: a whole name of signs. */
  name: string | null;
  email: string | null;
  /** Only readers with a sanction in force. */
  sanctioned: boolean;
  after: string | null;
  limit: number;
  now: Date;
}

/** Readers, the newest first. */
export async function searchReaders(
  db: Queryable,
  search: ReaderSearch,
): Promise<{ id: string; siteId: string }[]> {
  const values: unknown[] = [
    sitesOf(search.scope),
    search.words.length > 0 ? search.words.map((word) => `${word}:*`).join(" & ") : null,
    search.name,
    search.email,
    search.sanctioned,
    search.now,
    search.after,
    search.limit,
  ];
  const [ofTheirs] = ofSections(search.scope, "c", placesIn(values));
  const seen = ofTheirs ? `exists (select from comments c where c.reader_id = r.id and ${ofTheirs})` : "true";
  const { rows } = await db.query<{ id: string; siteId: string }>(
    `select r.id, r.site_id as "siteId" from readers r
     where ($1::uuid[] is null or r.site_id = any($1))
       and ($2::text is null or to_tsvector('simple', r.name) @@ to_tsquery('simple', $2))
       and ($3::text is null or r.name = $3)
       and ($4::text is null or (r.email is not null and lower(r.email) = lower($4)))
       and (not $5 or exists (select from sanctions s where s.reader_id = r.id and s.lifted_at is null
         and (s.ends_at is null or s.ends_at > $6) and (s.kind <> 'warn' or s.acknowledged_at is null)))
       and ($7::uuid is null or r.id < $7)
       and ${seen}
     order by r.id desc limit $8`,
    values,
  );
  return rows;
}
