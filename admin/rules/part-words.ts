import { t } from "i18next";
import type { Comparison, Condition, Part, RuleDefinition } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { phrase } from "../comment/conditions.ts";
import { exact } from "../language/format.ts";
import { named } from "./list-names.ts";
import { clause } from "./sentence.ts";

/** Named of those that decided; more say less. */
const NAMED = 3;

/** The parts of a rule that decided on a comment, each with what was seen there. */
export function partsWords(
  rule: Pick<RuleDefinition, "when" | "unless">,
  parts: readonly Part[],
  lists: readonly WordList[],
): string {
  return parts
    .slice(0, NAMED)
    .map((part) => partWords(rule, part, lists))
    .join("; ");
}

function partWords(
  rule: Pick<RuleDefinition, "when" | "unless">,
  { path, seen }: Part,
  lists: readonly WordList[],
): string {
  const condition = conditionAt(rule, path);
  if (!condition || !("fact" in condition)) return t("rules.examples.scope");
  const comparison = named(condition, lists) as Comparison;
  const { score, seen: words } = phrase({ ...comparison, seen, met: null });
  if (seen === null) return clause(comparison);
  return t("rules.examples.part", {
    clause: clause(comparison),
    seen: score === null ? words : exact(score),
  });
}

/** What stands at a place of a rule, as `when.all.0`; undefined where that is none of its conditions. */
export function conditionAt(
  { when, unless }: Pick<RuleDefinition, "when" | "unless">,
  path: string,
): Condition | undefined {
  let at: unknown = { when, unless };
  for (const step of path.split(".")) at = (at as Record<string, unknown> | null | undefined)?.[step];
  return (at ?? undefined) as Condition | undefined;
}
