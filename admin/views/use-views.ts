import { useQuery } from "@tanstack/react-query";
import { listSavedViews, type SavedView } from "../../server/saved-views/contract.ts";
import { pathOf } from "../app/place.ts";
import { call } from "../client.ts";
import { searchOf } from "../queue/look.ts";

export const VIEWS = ["views"];
/** How old the counts of saved views may become, in ms: each is counted by itself, so they are not asked for at every comment. */
const FRESH_MS = 10_000;

/** The person's saved views and those shared with their sites. */
export function useViews(): SavedView[] {
  const { data } = useQuery({
    queryKey: VIEWS,
    queryFn: async ({ signal }) => (await call(listSavedViews, { signal })).items,
    refetchInterval: FRESH_MS,
  });
  return data ?? [];
}

export function viewPath({ site, queue, filters }: SavedView): string {
  return pathOf(site ?? undefined, queue) + searchOf(filters);
}
