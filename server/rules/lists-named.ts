import type { RuleDefinition } from "./definition.ts";
import { comparisons } from "./evaluate.ts";
import { WORDS } from "./fact-registry.ts";

const known = new WeakMap<object, string[]>();

/** The ids of the word lists that a rule names, each once. A definition is never changed. */
export function listsNamed(definition: Pick<RuleDefinition, "when" | "unless">): string[] {
  const before = known.get(definition);
  if (before) return before;
  const all = [definition.when, ...(definition.unless ? [definition.unless] : [])].flatMap(comparisons);
  const named = all.flatMap(({ fact, value }) => (fact === WORDS && Array.isArray(value) ? value : []));
  const ids = [...new Set(named)];
  known.set(definition, ids);
  return ids;
}
