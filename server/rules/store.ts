import type { Queryable } from "../db/pool.ts";
import type { RuleMode, Tripped } from "./contract.ts";
import { RuleDefinition } from "./definition.ts";
import { definitionsOf } from "./known-versions.ts";

export interface RuleRow {
  id: string;
  siteId: string;
  version: number;
  mode: RuleMode;
  canaryPercent: number;
  tripped: Tripped | null;
  definition: RuleDefinition;
  createdAt: Date;
  changedAt: Date;
  changedBy: string;
  changedById: string;
  /** Of this version. */
  confirmation: {
    askedBy: string | null;
    askedAt: string | null;
    confirmedBy: string | null;
    confirmedAt: string | null;
  };
}

const SELECT = `select r.id, r.site_id as "siteId", r.version, r.mode, r.canary_percent as "canaryPercent", r.tripped, v.definition,
    r.created_at as "createdAt", v.created_at as "changedAt", m.name as "changedBy", m.id as "changedById",
    json_build_object('askedBy', asked.name, 'askedAt', k.asked_at, 'confirmedBy', confirmed.name, 'confirmedAt', k.confirmed_at) as confirmation
  from rules r join rule_versions v on v.rule_id = r.id and v.version = r.version join moderators m on m.id = v.moderator_id
    left join rule_confirmations k on k.rule_id = r.id and k.version = r.version
    left join moderators asked on asked.id = k.asked_by left join moderators confirmed on confirmed.id = k.confirmed_by`;

const whole = (row: RuleRow): RuleRow => ({ ...row, definition: RuleDefinition.parse(row.definition) });

/** A site's rules that are not deleted, oldest first. */
export async function findRules(db: Queryable, siteId: string): Promise<RuleRow[]> {
  const { rows } = await db.query<RuleRow>(
    `${SELECT} where r.site_id = $1 and r.deleted_at is null order by r.id`,
    [siteId],
  );
  return rows.map(whole);
}

/** What is in force at some sites: their rules that are not off. */
export async function findRulesInForce(
  db: Queryable,
  siteIds: string[],
): Promise<
  Pick<RuleRow, "id" | "siteId" | "version" | "mode" | "canaryPercent" | "tripped" | "definition">[]
> {
  const { rows } = await db.query<Omit<RuleRow, "definition">>({
    name: "rules-in-force",
    text: `select r.id, r.site_id as "siteId", r.version, r.mode, r.canary_percent as "canaryPercent", r.tripped
      from rules r where r.site_id = any($1) and r.mode <> 'off' and r.deleted_at is null order by r.id`,
    values: [siteIds],
  });
  const definitions = await definitionsOf(db, rows);
  return rows.map((row) => ({ ...row, definition: definitions.get(row.id) as RuleDefinition }));
}

export async function findRule(db: Queryable, siteId: string, id: string): Promise<RuleRow | null> {
  const { rows } = await db.query<RuleRow>(
    `${SELECT} where r.site_id = $1 and r.id = $2 and r.deleted_at is null`,
    [siteId, id],
  );
  return rows[0] ? whole(rows[0]) : null;
}

/** The same with the rule locked for a change. */
export async function lockRule(tx: Queryable, siteId: string, id: string): Promise<RuleRow | null> {
  const { rows } = await tx.query<RuleRow>(
    `${SELECT} where r.site_id = $1 and r.id = $2 and r.deleted_at is null for no key update of r`,
    [siteId, id],
  );
  return rows[0] ? whole(rows[0]) : null;
}

/** Locks the site for making rules and answers how many it has. */
export async function countRules(tx: Queryable, siteId: string): Promise<number> {
  await tx.query(`select from sites where id = $1 for no key update`, [siteId]);
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from rules where site_id = $1 and deleted_at is null`,
    [siteId],
  );
  return rows[0]?.n ?? 0;
}

export interface NewVersion {
  ruleId: string;
  version: number;
  definition: RuleDefinition;
  note: string;
  restoredFrom: number | null;
  moderatorId: string;
}

export async function insertRule(tx: Queryable, rule: { id: string; siteId: string }): Promise<void> {
  await tx.query(`insert into rules (id, site_id, version) values ($1, $2, 1)`, [rule.id, rule.siteId]);
}

/** Adds a version and makes it the rule's own, in this mode. */
export async function addVersion(tx: Queryable, version: NewVersion, mode: RuleMode): Promise<void> {
  await tx.query(
    `with added as (
      insert into rule_versions (rule_id, version, definition, note, restored_from, moderator_id) values ($1, $2, $3, $4, $5, $6))
    update rules set version = $2, mode = $7, tripped = null, mode_set_at = now() where id = $1`,
    [
      version.ruleId,
      version.version,
      version.definition,
      version.note,
      version.restoredFrom,
      version.moderatorId,
      mode,
    ],
  );
}

export async function saveMode(
  tx: Queryable,
  rule: { id: string; mode: RuleMode; canaryPercent: number },
): Promise<void> {
  await tx.query(
    `update rules set mode = $2, canary_percent = $3, tripped = null, mode_set_at = now() where id = $1`,
    [rule.id, rule.mode, rule.canaryPercent],
  );
}

export async function markDeleted(tx: Queryable, id: string): Promise<void> {
  await tx.query(`update rules set deleted_at = now(), mode = 'off' where id = $1`, [id]);
}

export interface VersionRow {
  version: number;
  definition: RuleDefinition;
  note: string;
  restoredFrom: number | null;
  createdAt: Date;
  by: string;
}

/** A rule's versions, the latest first; at most five hundred. */
export async function findVersions(db: Queryable, ruleId: string): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.version, v.definition, v.note, v.restored_from as "restoredFrom", v.created_at as "createdAt", m.name as by
     from rule_versions v join moderators m on m.id = v.moderator_id where v.rule_id = $1 order by v.version desc limit 500`,
    [ruleId],
  );
  return rows.map((row) => ({ ...row, definition: RuleDefinition.parse(row.definition) }));
}
