import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { checkRule } from "../../server/rule-checks/contract.ts";
import type { ExampleResult } from "../../server/rule-examples/contract.ts";
import type { RuleProblem } from "../../server/rules/contract.ts";
import type { RuleDefinition } from "../../server/rules/definition.ts";
import { call } from "../client.ts";
import { type Draft, definitionOf, isComplete, placesOf } from "./draft.ts";

/** Stands for a name or reason that is not given yet, so that conditions are checked before. */
const NOT_YET = "…";
const PAUSE_MS = 300;

export interface Checked {
  error: Error | null;
  errors: boolean;
  /** What the rule makes of the examples kept with it; null while that is not known. */
  examples: readonly ExampleResult[] | null;
  /** Of the node with that key; of the whole rule for null. */
  at(key: number | null): RuleProblem[];
}

/** What is wrong or odd about a rule while it is written, said a moment after each change. */
export function useCheck(site: string, ruleId: string | null, draft: Draft): Checked {
  const { name, reason, ...rest } = definitionOf(draft);
  const now = isComplete(draft)
    ? JSON.stringify({ ...rest, name: name || NOT_YET, reason: reason || NOT_YET })
    : null;
  const [asked] = useDebouncedValue(now, PAUSE_MS);
  const query = useQuery({
    queryKey: ["rules", site, "check", ruleId, asked],
    queryFn: async ({ signal }) => {
      const definition = JSON.parse(asked as string) as RuleDefinition;
      return call(checkRule, { params: { site }, body: { definition, ruleId }, signal });
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  // An answer about an earlier state would point at the wrong conditions.
  const answer = asked === now && asked !== null && !query.isPlaceholderData ? query.data : undefined;
  const problems = answer?.problems ?? [];
  const places = placesOf(draft);
  return {
    error: asked === null ? null : query.error,
    examples: answer?.examples ?? null,
    errors: problems.some(({ level }) => level === "error"),
    at: (key) => problems.filter(({ path }) => (places.get(path) ?? null) === key),
  };
}
