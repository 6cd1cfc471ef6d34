import { useQuery } from "@tanstack/react-query";
import { useSession } from "../session/use-session.ts";

const NONE: ReadonlyMap<string, string> = new Map();

/** The names of sites' own rules by their ids, once `needed`. Only owners may read them; for others there are none. */
export function useRuleNames(sites: readonly string[], needed: boolean): ReadonlyMap<string, string> {
  const owner = useSession().moderator?.role === "owner";
  const query = useQuery({
    queryKey: ["rule-names", ...sites],
    // What it calls is no part of what the desk opens with.
    queryFn: async ({ signal }) => (await import("../rules/read-names.ts")).readNames(sites, signal),
    enabled: needed && owner,
  });
  return query.data ?? NONE;
}
