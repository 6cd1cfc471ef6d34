import { useQuery } from "@tanstack/react-query";
import { listSites, type Site } from "../../server/sites/contract.ts";
import { call } from "../client.ts";

export interface SitesState {
  sites: Site[] | undefined;
  error: Error | null;
  retry: () => void;
}

/** The sites this person moderates, with their settings. */
export function useSites(): SitesState {
  const query = useQuery({
    queryKey: ["sites"],
    queryFn: async ({ signal }) => (await call(listSites, { query: { limit: 200 }, signal })).items,
  });
  return { sites: query.data, error: query.error, retry: () => void query.refetch() };
}
