import type { Queryable } from "../db/pool.ts";
import { rejects } from "../rules/definition.ts";
import { listsNamed } from "../rules/lists-named.ts";
import { findRules } from "../rules/store.ts";
import type { WordList } from "./definition.ts";

/** The rules of a site by the lists they name. */
export async function rulesNaming(db: Queryable, siteId: string): Promise<Map<string, WordList["rules"]>> {
  const naming = new Map<string, WordList["rules"]>();
  for (const { id, mode, definition } of await findRules(db, siteId))
    for (const list of listsNamed(definition)) {
      const rule = { id, name: definition.name, mode, rejects: rejects(definition) };
      naming.set(list, [...(naming.get(list) ?? []), rule]);
    }
  return naming;
}
