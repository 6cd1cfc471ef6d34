import type { Queryable } from "../db/pool.ts";

export interface Count {
  key: string;
  /** So many tries the key has before its time is over. */
  most: number;
}

export interface Taken {
  /** Whether this try may be made. */
  allowed: boolean;
  /** Whether it was the last that some key has. */
  last: boolean;
  /** Until a refused one may try again, in s. */
  wait: number;
}

/** The database says what capitals are, as it does when it looks an e-mail up: no second spelling of one person has tries of its own. */
const HASH = `sha256(convert_to(lower(k), 'UTF8'))`;

/** Takes a try from each of these keys, or from none where one is used up; those who ask at the same moment take turns. */
export async function takeTries(db: Queryable, counts: Count[], seconds: number): Promise<Taken> {
  const { rows } = await db.query<{ tries: number; most: number; wait: number }>({
    name: "take-tries",
    text: `with asked as (
        select ${HASH} as key, most from unnest($1::text[], $2::int[]) as a(k, most)
      ), used_up as (
        select a.key, t.tries + 1 as tries, a.most, t.until from attempts t join asked a on a.key = t.key
        where t.until > now() and t.tries >= a.most
      ), taken as (
        insert into attempts (key, tries, until)
        select key, 1, now() + make_interval(secs => $3) from asked where not exists (select from used_up) order by key
        on conflict (key) do update set
          tries = case when attempts.until > now() then attempts.tries + 1 else 1 end,
          until = case when attempts.until > now() then attempts.until else excluded.until end
        returning key, tries, until
      )
      select tries, most, extract(epoch from until - now())::float8 as wait from (
        select tries, most, until from used_up
        union all select t.tries, a.most, t.until from taken t join asked a on a.key = t.key) as counted`,
    values: [counts.map(({ key }) => key), counts.map(({ most }) => most), seconds],
  });
  const over = rows.filter(({ tries, most }) => tries > most);
  return {
    allowed: over.length === 0,
    last: rows.some(({ tries, most }) => tries === most),
    wait: Math.max(1, ...over.map(({ wait }) => Math.ceil(wait))),
  };
}

/** Gives one try back to each of these keys. */
export async function giveBack(db: Queryable, keys: string[]): Promise<void> {
  await db.query({
    name: "give-tries-back",
    text: `with mine as (
        select key from attempts where key in (select ${HASH} from unnest($1::text[]) as k) order by key for update
      ) update attempts set tries = greatest(0, tries - 1) where key in (select key from mine)`,
    values: [keys],
  });
}

/** Forgets what was counted for these keys. */
export async function forget(db: Queryable, keys: string[]): Promise<void> {
  await db.query({
    name: "forget-tries",
    text: `with mine as (
        select key from attempts where key in (select ${HASH} from unnest($1::text[]) as k) order by key for update
      ) delete from attempts where key in (select key from mine)`,
    values: [keys],
  });
}
