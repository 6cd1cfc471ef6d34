import type { Queryable } from "../db/pool.ts";
import { MOST_OWN } from "./limits.ts";

/** Comments looked at in each band, the latest: how long a look-up takes does not depend on how often something was copied. */
const MOST_IN_A_BAND = 30;
const HOUR = 3_600_000;
/** A comment is compared with those of so long before it, in ms. */
export const WINDOW = 24 * HOUR;
/** Signatures are kept for twice that, so that judging a comment again within a day compares it with the same ones. */
const KEPT = 2 * WINDOW;

export interface Signed {
  id: string;
  readerId: string;
  signature: number[];
  bands: number[];
}

/** The least id that is made at this time, in ms: ids begin with it. */
const idAt = (time: number): string => {
  const hex = Math.max(0, time).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** When an id was made, in ms. */
export const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** Keeps what these comments say. Of one that was edited the latest counts; bands of what it said before lead to it, and then compare as little. */
export async function saveSignatures(db: Queryable, signed: readonly Signed[]): Promise<void> {
  const rows = [...signed].sort((a, b) => (a.id < b.id ? -1 : 1));
  await db.query({
    name: "save-signatures",
    text: `with given as (select * from json_to_recordset($1::json) as g(id uuid, "readerId" uuid, signature int[], bands int[])),
      signatures as (insert into comment_signatures (comment_id, reader_id, signature) select id, "readerId", signature from given
        on conflict (comment_id) do update set signature = excluded.signature where comment_signatures.signature <> excluded.signature)
      insert into signature_bands (band, comment_id, reader_id) select band, id, "readerId" from given, unnest(bands) as band on conflict do nothing`,
    values: [JSON.stringify(rows)],
  });
}

export interface Earlier {
  id: string;
  readerId: string;
  signature: number[];
}

/** For each of these comments what may say the same, of those posted in the window before it on the same site, by its reader and by others. */
export async function findEarlier(
  db: Queryable,
  signed: readonly Signed[],
): Promise<Map<string, { own: Earlier[]; others: Earlier[] }>> {
  const asked = signed.map(({ id, readerId, bands }) => ({
    id,
    readerId,
    bands,
    since: idAt(timeOf(id) - WINDOW),
  }));
  const { rows } = await db.query<Earlier & { of: string; own: boolean }>({
    name: "find-earlier-signatures",
    text: `with asked as materialized (select * from json_to_recordset($1::json) as a(id uuid, "readerId" uuid, since uuid, bands int[]))
      select a.id as of, true as own, s.comment_id as id, s.reader_id as "readerId", s.signature from asked a cross join lateral (
        select * from comment_signatures where reader_id = a."readerId" and comment_id < a.id and comment_id >= a.since
        order by comment_id desc limit ${MOST_OWN}) s
      union all
      select a.id, false, s.comment_id, s.reader_id, s.signature from asked a cross join lateral (
        select distinct near.comment_id from unnest(a.bands) as b cross join lateral (
          select comment_id from signature_bands where band = b and comment_id < a.id and comment_id >= a.since and reader_id <> a."readerId"
          order by comment_id desc limit ${MOST_IN_A_BAND}) near) n join comment_signatures s on s.comment_id = n.comment_id`,
    values: [JSON.stringify(asked)],
  });
  const found = new Map(signed.map(({ id }) => [id, { own: [] as Earlier[], others: [] as Earlier[] }]));
  for (const { of, own, ...earlier } of rows) found.get(of)?.[own ? "own" : "others"].push(earlier);
  return found;
}

export interface Repeats {
  own: number;
  others: number;
}

/** What the rules were told of these comments when they last judged their present revision. */
export async function repeatsTold(db: Queryable, ids: string[]): Promise<Map<string, Repeats>> {
  const { rows } = await db.query<Repeats & { id: string }>({
    name: "repeats-told",
    text: `select c.id, d.own, d.others from comments c cross join lateral (
        select (facts ->> 'repeat.own')::int as own, (facts ->> 'repeat.others')::int as others from decisions
        where comment_id = c.id and actor = 'rules' and revision = c.revision order by version desc limit 1) d
      where c.id = any($1) and d.own is not null and d.others is not null`,
    values: [ids],
  });
  return new Map(rows.map(({ id, own, others }) => [id, { own, others }]));
}

/** How many other comments the readers of these posted in the hour before each, whatever became of them. */
export async function ratesOf(db: Queryable, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; rate: number }>({
    name: "rates-of-readers",
    text: `select c.id, (select count(*)::int from comments o
        where o.reader_id = c.reader_id and o.status in ('pending', 'held', 'approved', 'rejected', 'withdrawn')
          and o.created_at > c.created_at - interval '1 hour' and o.created_at <= c.created_at and o.id < c.id) as rate
      from comments c where c.id = any($1)`,
    values: [ids],
  });
  return new Map(rows.map(({ id, rate }) => [id, rate]));
}

/** Forgets the signatures that nothing is compared with any more. */
export async function forgetSignatures(db: Queryable, now: Date): Promise<void> {
  const before = [idAt(now.getTime() - KEPT)];
  await db.query(`delete from signature_bands where comment_id < $1`, before);
  await db.query(`delete from comment_signatures where comment_id < $1`, before);
}
