import { t } from "i18next";
import type { Condition, RuleDefinition } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";

type Conditions = Pick<RuleDefinition, "when" | "unless">;
type Lists = readonly Pick<WordList, "id" | "name">[];

/** The fact that asks word lists, which a rule names by their ids. */
export const WORDS = "words";

/** The same rule with lists by their names, as people read it. */
export function withListNames<Rule extends Conditions>(rule: Rule, lists: Lists): Rule {
  return { ...rule, when: named(rule.when, lists), unless: rule.unless && named(rule.unless, lists) };
}

export function named(condition: Condition, lists: Lists): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => named(part, lists)) };
  if ("any" in condition) return { any: condition.any.map((part) => named(part, lists)) };
  if ("not" in condition) return { not: named(condition.not, lists) };
  const { fact, value } = condition;
  if (fact !== WORDS || !Array.isArray(value)) return condition;
  return { ...condition, value: value.map((id) => nameOf(id, lists)) };
}

const nameOf = (id: string, lists: Lists): string =>
  lists.find((list) => list.id === id)?.name ?? t("rules.condition.goneList");
