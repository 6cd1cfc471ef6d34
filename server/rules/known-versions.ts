import { LRUCache } from "lru-cache";
import type { Queryable } from "../db/pool.ts";
import type { RuleDefinition } from "./definition.ts";

/** A version is never changed, so what is known of one stays true. In characters of JSON: a thousand plain rules take half a million. */
const known = new LRUCache<string, RuleDefinition>({ maxSize: 50_000_000 });

/** What these versions of rules say, by the rules' ids. Those read before are the same objects, so that what follows from one can be kept with it. */
export async function definitionsOf(
  db: Queryable,
  versions: readonly { id: string; version: number }[],
): Promise<Map<string, RuleDefinition>> {
  const definitions = new Map<string, RuleDefinition>();
  const missing: { id: string; version: number }[] = [];
  for (const { id, version } of versions) {
    const definition = known.get(`${id} ${version}`);
    if (definition) definitions.set(id, definition);
    else missing.push({ id, version });
  }
  if (missing.length === 0) return definitions;
  const { rows } = await db.query<{
    id: string;
    version: number;
    definition: RuleDefinition;
    size: number;
  }>({
    name: "rule-definitions",
    text: `select v.rule_id as id, v.version, v.definition, length(v.definition::text) as size
      from rule_versions v join json_to_recordset($1::json) as m(id uuid, version int) on m.id = v.rule_id and m.version = v.version`,
    values: [JSON.stringify(missing)],
  });
  for (const { id, version, definition, size } of rows) {
    definitions.set(id, definition);
    known.set(`${id} ${version}`, definition, { size });
  }
  return definitions;
}
