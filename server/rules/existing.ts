import { AppError } from "../errors.ts";
import type { RuleRow } from "./store.ts";

/** The rule that a store function found. Throws AppError("not_found") when it found none. */
export function existing(rule: RuleRow | null): RuleRow {
  if (!rule)
    throw new AppError(
      "not_found",
      "This site has no such rule. It may have been deleted; list the rules to see.",
    );
  return rule;
}
