import type { Fact, Facts, ListSeen } from "../rules/rule.ts";
import { type Use, usesOf, type WordList } from "../rules/words.ts";
import type { NamedRow } from "./store.ts";

/** A version of a list, ready to be looked for in texts. */
export type ReadyList = Pick<NamedRow, "id" | "version" | "kind" | "name" | "language"> & { words: WordList };

export interface SiteLists {
  named: ReadyList[];
  allowed: ReadyList[];
}

/** Entries kept with a decision. */
const KEPT = 50;

/** What a comment uses of its site's lists, for the rules: the fact `words`. Pure. */
export function wordsFact(lists: SiteLists, text: string, language: string | null): Fact {
  const allowed = usesAllowed(lists.allowed, text, language);
  const seen = new Map<string, ListSeen>();
  for (const { id, name, version, words, ...list } of lists.named) {
    const uses = isFor(list, language) ? without(usesOf(text, words), allowed) : [];
    const entries = [...new Set(uses.map(({ entry }) => entry))];
    seen.set(id, { name, version, entries, marks: uses.map(({ start, end }) => ({ start, end })) });
  }
  return { value: kept(seen), lists: seen };
}

/** The same by what is known of a comment already. */
export function wordsIn({ text, language }: Facts, lists: SiteLists): Fact {
  const said = (fact: Fact | undefined): string | null =>
    typeof fact?.value === "string" ? fact.value : null;
  return wordsFact(lists, said(text) ?? "", said(language));
}

/** A list for one language is not asked about comments that are known to be in another. */
export const isFor = (list: Pick<ReadyList, "language">, language: string | null): boolean =>
  list.language === null || language === null || list.language === language;

export const usesAllowed = (allowed: readonly ReadyList[], text: string, language: string | null): Use[] =>
  allowed.filter((list) => isFor(list, language)).flatMap(({ words }) => usesOf(text, words));

/** What is left of uses when those are taken out that stand within something allowed. */
export const without = (uses: Use[], allowed: readonly Use[]): Use[] =>
  allowed.length === 0
    ? uses
    : uses.filter(({ start, end }) => !allowed.some((one) => one.start <= start && end <= one.end));

/** As it is kept with the decision: which entry of which version of which list. */
const kept = (seen: ReadonlyMap<string, ListSeen>): string[] =>
  [...seen]
    .flatMap(([id, { version, entries }]) => entries.map((entry) => `${id} ${version} ${entry}`))
    .slice(0, KEPT);
