import type { Queryable } from "../db/pool.ts";
import type { RuleDefinition } from "../rules/definition.ts";
import { listsNamed } from "../rules/lists-named.ts";
import { compiled } from "./compiled.ts";
import type { ReadyList, SiteLists } from "./look.ts";
import { findNamed } from "./store.ts";

/** The lists that rules name, as they are now, with what their sites allow; by site. A site whose rules name none is left out. */
export async function listsInForce(
  db: Queryable,
  rules: readonly { siteId: string; definition: Pick<RuleDefinition, "when" | "unless"> }[],
): Promise<Map<string, SiteLists>> {
  const naming = rules.filter(({ definition }) => listsNamed(definition).length > 0);
  const lists = new Map<string, SiteLists>();
  if (naming.length === 0) return lists;
  const ids = new Set(naming.flatMap(({ definition }) => listsNamed(definition)));
  for (const { siteId } of naming) lists.set(siteId, { named: [], allowed: [] });
  const rows = await findNamed(db, [...lists.keys()], [...ids]);
  const ready = await Promise.all(
    rows.map(
      async (row): Promise<ReadyList & { siteId: string }> => ({ ...row, words: await compiled(db, row) }),
    ),
  );
  for (const list of ready)
    lists.get(list.siteId)?.[list.kind === "allowed" ? "allowed" : "named"].push(list);
  return lists;
}
