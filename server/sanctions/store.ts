import type { Queryable } from "../db/pool.ts";
import type { SanctionKind, TraceKind } from "./contract.ts";

export interface SanctionRow {
  id: string;
  siteId: string;
  readerId: string;
  kind: SanctionKind;
  words: string | null;
  reason: string | null;
  moderatorId: string;
  moderatorName: string;
  decisionId: string | null;
  startsAt: Date;
  endsAt: Date | null;
  liftedAt: Date | null;
  liftedById: string | null;
  liftedByName: string | null;
  liftReason: string | null;
  acknowledgedAt: Date | null;
  bannedTraces: TraceKind[] | null;
  bannedTracesEndAt: Date | null;
}

const COLUMNS = `s.id, s.site_id as "siteId", s.reader_id as "readerId", s.kind, s.words, s.reason, s.moderator_id as "moderatorId",
  m.name as "moderatorName", s.decision_id as "decisionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.lifted_at as "liftedAt",
  s.lifted_by as "liftedById", l.name as "liftedByName", s.lift_reason as "liftReason", s.acknowledged_at as "acknowledgedAt",
  t.kinds as "bannedTraces", t.ends_at as "bannedTracesEndAt"`;
const FROM = `from sanctions s join moderators m on m.id = s.moderator_id left join moderators l on l.id = s.lifted_by
  left join lateral (select array_agg(distinct b.kind order by b.kind) as kinds, max(b.ends_at) as ends_at
    from banned_traces b where b.sanction_id = s.id) t on true`;

/** In force at $2: neither lifted nor over, and with a warning, not yet read. */
const IN_FORCE = `s.lifted_at is null and (s.ends_at is null or s.ends_at > $2) and (s.kind <> 'warn' or s.acknowledged_at is null)`;

export async function findSanctions(db: Queryable, ids: string[]): Promise<SanctionRow[]> {
  const { rows } = await db.query<SanctionRow>(`select ${COLUMNS} ${FROM} where s.id = any($1)`, [ids]);
  return rows;
}

export const findSanction = async (db: Queryable, id: string): Promise<SanctionRow | null> =>
  (await findSanctions(db, [id]))[0] ?? null;

/** Locks a sanction until the transaction ends. */
export async function lockSanction(tx: Queryable, id: string): Promise<SanctionRow | null> {
  await tx.query(`select from sanctions where id = $1 for no key update`, [id]);
  return findSanction(tx, id);
}

/** What is in force against, or for, these readers; the latest first. */
export async function sanctionsInForce(
  db: Queryable,
  readerIds: string[],
  now: Date,
): Promise<SanctionRow[]> {
  const { rows } = await db.query<SanctionRow>({
    name: "sanctions-in-force",
    text: `select ${COLUMNS} ${FROM} where s.reader_id = any($1) and ${IN_FORCE} order by s.starts_at desc, s.id desc`,
    values: [readerIds, now],
  });
  return rows;
}

/** Which kinds are in force for each of these readers. */
export async function kindsInForce(
  db: Queryable,
  readerIds: string[],
  now: Date,
): Promise<Map<string, Set<SanctionKind>>> {
  const { rows } = await db.query<{ readerId: string; kinds: SanctionKind[] }>({
    name: "kinds-in-force",
    text: `select s.reader_id as "readerId", array_agg(distinct s.kind) as kinds from sanctions s
      where s.reader_id = any($1) and ${IN_FORCE} group by s.reader_id`,
    values: [readerIds, now],
  });
  return new Map(rows.map((row) => [row.readerId, new Set(row.kinds)]));
}

/** The sanctions that these decisions were made with. */
export async function sanctionsOfDecisions(db: Queryable, decisionIds: string[]): Promise<SanctionRow[]> {
  const { rows } = await db.query<SanctionRow>(`select ${COLUMNS} ${FROM} where s.decision_id = any($1)`, [
    decisionIds,
  ]);
  return rows;
}

export const sanctionOfDecision = async (db: Queryable, decisionId: string): Promise<SanctionRow | null> =>
  (await sanctionsOfDecisions(db, [decisionId]))[0] ?? null;

export interface NewSanctionRow {
  id: string;
  siteId: string;
  readerId: string;
  kind: SanctionKind;
  words: string | null;
  reason: string | null;
  moderatorId: string;
  decisionId: string | null;
  key: string | null;
  startsAt: Date;
  endsAt: Date | null;
}

/** Writes sanctions; answers how many. One whose moderator's key has been used before is none; a first use that is not committed yet is waited for. */
export async function insertSanctions(tx: Queryable, sanctions: NewSanctionRow[]): Promise<number> {
  const { rowCount } = await tx.query({
    name: "insert-sanctions",
    text: `insert into sanctions (id, site_id, reader_id, kind, words, reason, moderator_id, decision_id, key, starts_at, ends_at)
      select id, "siteId", "readerId", kind, words, reason, "moderatorId", "decisionId", key, "startsAt", "endsAt" from json_to_recordset($1::json) as s(
        id uuid, "siteId" uuid, "readerId" uuid, kind text, words text, reason text, "moderatorId" uuid, "decisionId" uuid, key text, "startsAt" timestamptz, "endsAt" timestamptz)
      on conflict (moderator_id, key) do nothing`,
    values: [JSON.stringify(sanctions)],
  });
  return rowCount ?? 0;
}

export async function sanctionByKey(
  db: Queryable,
  moderatorId: string,
  key: string,
): Promise<SanctionRow | null> {
  const { rows } = await db.query<SanctionRow>(
    `select ${COLUMNS} ${FROM} where s.moderator_id = $1 and s.key = $2`,
    [moderatorId, key],
  );
  return rows[0] ?? null;
}

/** Marks sanctions lifted, and lets their traces go. Answers the ids of those that nobody had lifted before. */
export async function saveLifts(
  tx: Queryable,
  ids: string[],
  lift: { by: string; reason: string | null; now: Date },
): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: "save-lifts",
    text: `with lifted as (
        update sanctions set lifted_at = $2, lifted_by = $3, lift_reason = $4 where id = any($1) and lifted_at is null returning id
      ), forgotten as (
        delete from banned_traces where sanction_id in (select id from lifted)
      ) select id from lifted`,
    values: [ids, lift.now, lift.by, lift.reason],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Marks the reader's warning as read. False when there is none that waits. */
export async function saveAcknowledgement(
  tx: Queryable,
  warning: { id: string; readerId: string; now: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update sanctions set acknowledged_at = $3
     where id = $1 and reader_id = $2 and kind = 'warn' and acknowledged_at is null and lifted_at is null`,
    [warning.id, warning.readerId, warning.now],
  );
  return rowCount === 1;
}

/** Marks sanctions past their time as ended, at most `limit`, and answers them. Those another transaction is at are left to it. */
export async function takeEnded(
  tx: Queryable,
  now: Date,
  limit: number,
): Promise<{ id: string; siteId: string; readerId: string; kind: SanctionKind }[]> {
  const { rows } = await tx.query({
    name: "take-ended-sanctions",
    text: `update sanctions set ended_at = $1 where id in (
        select id from sanctions where ended_at is null and lifted_at is null and ends_at <= $1
        order by ends_at limit $2 for no key update skip locked)
      returning id, site_id as "siteId", reader_id as "readerId", kind`,
    values: [now, limit],
  });
  return rows;
}
