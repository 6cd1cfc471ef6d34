import { LRUCache } from "lru-cache";
import type { Queryable } from "../db/pool.ts";

export interface ReaderRow {
  id: string;
  siteId: string;
  kind: "guest" | "member";
  name: string;
  createdAt: Date;
}

/** Name and site of a reader never change once made, so a page of regulars costs no query. */
const cache = new LRUCache<string, ReaderRow>({ max: 20_000 });

export async function readerById(db: Queryable, id: string): Promise<ReaderRow | null> {
  const known = cache.get(id);
  if (known) return known;
  const { rows } = await db.query<ReaderRow>({
    name: "reader-by-id",
    text: `select id, site_id as "siteId", kind, name, created_at as "createdAt" from readers where id = $1`,
    values: [id],
  });
  if (rows[0]) cache.set(id, rows[0]);
  return rows[0] ?? null;
}

export interface ReaderHistory {
  readerId: string;
  name: string;
  kind: "guest" | "member";
  createdAt: Date;
  approved: number;
  held: number;
  rejected: number;
}

/** Who these readers are and how their comments fared, summed from what the database notes of each change. */
export async function readerHistories(db: Queryable, ids: string[]): Promise<Map<string, ReaderHistory>> {
  const { rows } = await db.query<ReaderHistory>({
    name: "reader-histories",
    text: `select r.id as "readerId", r.name, r.kind, r.created_at as "createdAt",
        coalesce(sum(c.approved), 0)::int as approved, coalesce(sum(c.held), 0)::int as held, coalesce(sum(c.rejected), 0)::int as rejected
      from readers r left join reader_changes c on c.reader_id = r.id
      where r.id = any($1) group by r.id`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.readerId, row]));
}

export async function readersByIds(db: Queryable, ids: string[]): Promise<Map<string, ReaderRow>> {
  const { rows } = await db.query<ReaderRow>({
    name: "readers-by-ids",
    text: `select id, site_id as "siteId", kind, name, created_at as "createdAt" from readers where id = any($1)`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The e-mail addresses of those who gave one. For owners' eyes only. */
export async function emailsOf(db: Queryable, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; email: string }>(
    `select id, email from readers where id = any($1) and email is not null`,
    [ids],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}
