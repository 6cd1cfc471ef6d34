import { t } from "i18next";
import type { Comparison, RuleFact } from "../../server/rules/definition.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { factName, isScore, scoreName } from "../comment/conditions.ts";
import { said } from "../server-words/said.ts";
import type { ComparisonNode } from "./draft.ts";

export const factLabel = (name: string): string => (isScore(name) ? scoreName(name) : factName(name));

/** What a fact is, in a sentence. */
export const helpOf = ({ help }: RuleFact): string => said(help);

/** What a fact is about: headings of the list to choose from. */
export const TOPICS = ["score", "text", "reader", "article", "thread"] as const;

export function topicOf({ name, type }: RuleFact): (typeof TOPICS)[number] {
  if (type === "score" || name === "unscored") return "score";
  if (name.startsWith("reader.")) return "reader";
  if (name.startsWith("article.") || name === "moderation") return "article";
  return name === "depth" || name === "revision" || name === "heldByPerson" ? "thread" : "text";
}

/** A name and its group for each fact that can be chosen, but for word lists while the site has none to name; one that is chosen and not in the list, as a scorer's own score, is among them. */
export function choicesOf(
  facts: readonly RuleFact[],
  chosen: string,
  lists: readonly Pick<WordList, "kind">[],
) {
  const listed = lists.some(({ kind }) => kind !== "allowed");
  const all = TOPICS.map((topic) => ({
    group: t(`rules.topic.${topic}`),
    items: facts
      .filter((fact) => topicOf(fact) === topic && (fact.type !== "words" || listed || fact.name === chosen))
      .map(({ name }) => ({ value: name, label: factLabel(name) })),
  })).filter(({ items }) => items.length > 0);
  const known = facts.some(({ name }) => name === chosen);
  return known ? all : [...all, { group: "…", items: [{ value: chosen, label: factLabel(chosen) }] }];
}

/** A fact by its name; a scorer's own score is described as the score it is. */
export function factIn(facts: readonly RuleFact[], name: string): RuleFact | undefined {
  const known = facts.find((fact) => fact.name === name);
  return known ?? (isScore(name) ? facts.find((fact) => fact.name === name.split(".").at(-1)) : undefined);
}

/** How a condition on a fact begins. */
export function startOf(fact: RuleFact): Omit<ComparisonNode, "key"> {
  const op = fact.operators[0] ?? "=";
  return { fact: fact.name, op, value: startValue(fact, op) };
}

export function startValue({ type }: RuleFact, op: Comparison["op"]): Comparison["value"] | null {
  if (type === "score") return "high";
  if (type === "boolean") return true;
  return op === "in" || op === "uses" ? [] : null;
}
