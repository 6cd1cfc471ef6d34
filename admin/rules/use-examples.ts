import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  addRuleExample,
  listRuleExamples,
  type RuleExample,
  removeRuleExample,
} from "../../server/rule-examples/contract.ts";
import { call } from "../client.ts";

export interface Example {
  mustMatch: boolean;
  /** One of both. */
  text?: string;
  commentId?: string;
}

/** The comments kept with a rule, and how they come and go. Of a rule that was never saved there are none. */
export function useExamples(site: string, ruleId: string | null) {
  const queries = useQueryClient();
  const key = ["rule-examples", site, ruleId];
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await call(listRuleExamples, { params: { site, id: ruleId as string }, signal })).items,
    enabled: ruleId !== null,
  });
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: key });
    // What the rule makes of them is told with the check.
    void queries.invalidateQueries({ queryKey: ["rules", site, "check", ruleId] });
  };
  const add = useMutation({
    mutationFn: (body: Example) => call(addRuleExample, { params: { site, id: ruleId as string }, body }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (example: string) =>
      call(removeRuleExample, { params: { site, id: ruleId as string, example } }),
    onSuccess: refresh,
  });
  return { items: query.data ?? NONE, error: query.error, add, remove };
}

const NONE: RuleExample[] = [];

export type Examples = ReturnType<typeof useExamples>;

/** What a comment is kept as; null: it is no example. */
export function keptAs(items: readonly RuleExample[], what: Omit<Example, "mustMatch">): boolean | null {
  const same = items.find(({ commentId, text }) =>
    what.commentId ? commentId === what.commentId : commentId === null && text === what.text,
  );
  return same?.mustMatch ?? null;
}
