import type { Queryable } from "../db/pool.ts";
import { type ChainedEvent, NOTHING_BEFORE } from "./chain.ts";

export interface Link {
  eventId: string;
  hash: Buffer;
}

const COLUMNS = `id::text, type, site_id as "siteId", article_id as "articleId", comment_id as "commentId", actor, data::text,
  (extract(epoch from created_at) * 1000000)::bigint::text as "createdAt"`;

/** The last id that was handed out to an event, whether or not the event is to be seen yet. */
export async function lastHandedOut(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select coalesce(pg_sequence_last_value(pg_get_serial_sequence('events', 'id')), 0)::text as id`,
  );
  return rows[0]?.id ?? "0";
}

/** The transactions that may be writing events now: PostgreSQL gives each a lock on the table before it hands out an id, until it ends. */
export async function findWriters(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select virtualtransaction as id from pg_locks
     where locktype = 'relation' and relation = 'events'::regclass and mode in ('RowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock', 'ShareRowExclusiveLock')
       and granted and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.map(({ id }) => id);
}

/** The chain's end; event 0 where it has not begun. */
export async function chainEnd(db: Queryable): Promise<Link> {
  const { rows } = await db.query<Link>(
    `select event_id::text as "eventId", hash from event_chain order by event_id desc limit 1`,
  );
  return rows[0] ?? { eventId: "0", hash: NOTHING_BEFORE };
}

/** Events after one and up to another, in the order of their ids. */
export async function eventsBetween(
  db: Queryable,
  after: string,
  upTo: string,
  limit: number,
): Promise<ChainedEvent[]> {
  const { rows } = await db.query<ChainedEvent>({
    name: "events-between",
    text: `select ${COLUMNS} from events where events.id > $1 and events.id <= $2 order by events.id limit $3`,
    values: [after, upTo, limit],
  });
  return rows;
}

export async function linksAfter(db: Queryable, after: string, upTo: string, limit: number): Promise<Link[]> {
  const { rows } = await db.query<Link>({
    name: "links-after",
    text: `select event_id::text as "eventId", hash from event_chain where event_id > $1 and event_id <= $2 order by event_id limit $3`,
    values: [after, upTo, limit],
  });
  return rows;
}

export async function saveLinks(tx: Queryable, links: Link[]): Promise<void> {
  await tx.query({
    name: "save-links",
    text: `insert into event_chain (event_id, hash) select * from unnest($1::bigint[], $2::bytea[])`,
    values: [links.map(({ eventId }) => eventId), links.map(({ hash }) => hash)],
  });
}

/** Whether this transaction alone may work on the chain, until it ends. */
export async function lockChain(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('event chain')) as mine`,
  );
  return rows[0]?.mine ?? false;
}
