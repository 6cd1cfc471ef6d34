import type { Queryable } from "../db/pool.ts";
import type { ScorerKind, ScorerUse } from "./contract.ts";

/** One scorer as its owner set it. */
export interface ScorerSettings {
  name: string;
  kind: ScorerKind;
  enabled: boolean;
  use: ScorerUse;
  timeoutMs: number | null;
  perSecond: number | null;
  url: string | null;
  signed: boolean;
  sealedKey: string | null;
}

/** A site's scorers in its owner's order; empty where the owner has chosen nothing. */
export async function findScorerSettings(db: Queryable, siteId: string): Promise<ScorerSettings[]> {
  const { rows } = await db.query<ScorerSettings>({
    name: "find-scorer-settings",
    text: `select name, kind, enabled, use, timeout_ms as "timeoutMs", per_second as "perSecond", url, signed, sealed_key as "sealedKey"
      from site_scorers where site_id = $1 order by position`,
    values: [siteId],
  });
  return rows;
}

/** Puts these in the place of those that were. */
export async function saveScorerSettings(
  tx: Queryable,
  siteId: string,
  settings: ScorerSettings[],
): Promise<void> {
  await tx.query(`delete from site_scorers where site_id = $1`, [siteId]);
  await tx.query(
    `insert into site_scorers (site_id, name, kind, position, enabled, use, timeout_ms, per_second, url, signed, sealed_key)
     select $1, name, kind, position, enabled, use, "timeoutMs", "perSecond", url, signed, "sealedKey"
     from json_to_recordset($2::json) as s(name text, kind text, position smallint, enabled boolean, use text, "timeoutMs" int, "perSecond" real,
       url text, signed boolean, "sealedKey" text)`,
    [siteId, JSON.stringify(settings.map((one, position) => ({ ...one, position })))],
  );
}
