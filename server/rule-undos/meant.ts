import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { existing } from "../rules/existing.ts";
import { findRule, findVersions, type RuleRow } from "../rules/store.ts";
import type { RuleUndoWish } from "./contract.ts";
import type { Meant } from "./store.ts";

/** The rule and the period that are meant. Throws AppError: not_found; unprocessable for a version or a period that is none. */
export async function meantBy(
  db: Queryable,
  { siteId, id, version, from, to }: { siteId: string; id: string } & RuleUndoWish,
  now: Date,
): Promise<{ rule: RuleRow; meant: Meant }> {
  const rule = existing(await findRule(db, siteId, id));
  if (version !== null && !(await findVersions(db, rule.id)).some((one) => one.version === version))
    throw new AppError("unprocessable", `This rule has no version ${version}.`);
  const meant = {
    ruleId: rule.id,
    version,
    from: from === null ? rule.createdAt : new Date(from),
    to: to === null ? now : new Date(to),
  };
  if (meant.from >= meant.to)
    throw new AppError("unprocessable", "The period ends before it begins. Choose a later end.");
  return { rule, meant };
}
