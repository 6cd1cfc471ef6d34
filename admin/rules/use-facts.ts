import { useQuery } from "@tanstack/react-query";
import { listRuleFacts } from "../../server/rules/contract.ts";
import { call } from "../client.ts";

/** Everything a rule can ask about, in the order of the server's registry. */
export function useFacts() {
  return useQuery({
    queryKey: ["rule-facts"],
    queryFn: async ({ signal }) => (await call(listRuleFacts, { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
