import type { Queryable } from "../db/pool.ts";
import type { RuleProblem } from "../rules/contract.ts";
import type { RuleDefinition } from "../rules/definition.ts";
import { listsNamed } from "../rules/lists-named.ts";
import { findNamed, holdLists } from "./store.ts";

/** What is wrong with the lists that a rule names. In a transaction those that are right are not deleted before its end. */
export async function checkLists(
  db: Queryable,
  siteId: string,
  definition: RuleDefinition,
): Promise<RuleProblem[]> {
  const ids = listsNamed(definition);
  if (ids.length === 0) return [];
  const known = ids.filter((id) => UUID.test(id));
  await holdLists(db, siteId, known);
  const lists = await findNamed(db, [siteId], known);
  return ids.flatMap((id): RuleProblem[] => {
    const list = lists.find((one) => one.id === id);
    if (list && list.kind !== "allowed") return [];
    const message = list
      ? `“${list.name}” is a list of allowed words, which exempt from other lists by themselves. Choose a banned or a suspect one.`
      : "This site has no such word list; it may have been deleted. Choose another.";
    return [{ level: "error", code: "unknown-list", path: "", message, rule: null }];
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
