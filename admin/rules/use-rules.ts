import { useQuery, useQueryClient } from "@tanstack/react-query";
import { listRules, type RuleVersion, type SiteRule } from "../../server/rules/contract.ts";
import { call } from "../client.ts";

export type RuleWithVersions = SiteRule & { versions: RuleVersion[] };

export function useRules(site: string) {
  return useQuery({
    queryKey: ["rules", site],
    queryFn: async ({ signal }) => (await call(listRules, { params: { site }, signal })).items,
  });
}

/** To be called after a rule has changed. */
export function useRefreshRules(site: string): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ["rules", site] });
    void queries.invalidateQueries({ queryKey: ["rule", site] });
  };
}
