import { type QueryClient, useQuery } from "@tanstack/react-query";
import { type Queue, type QueueCounts, readQueue } from "../../server/reviews/contract.ts";
import { call } from "../client.ts";

export function countsKey(site: string | undefined): [string, string | null] {
  return ["counts", site ?? null];
}

/** What waits in each queue of a site, or of all sites. An open queue brings the same counts along and keeps them fresh. */
export function useCounts(site: string | undefined): QueueCounts | undefined {
  return useQuery({
    queryKey: countsKey(site),
    queryFn: async ({ signal }) =>
      (await call(readQueue, { query: { queue: "held", site, limit: 1 }, signal })).counts,
  }).data;
}

/** Counts a decision before the server has, so that the number moves with the comment. */
export function adjustCount(queries: QueryClient, queue: Queue, site: string, by: 1 | -1): void {
  for (const key of [countsKey(undefined), countsKey(site)]) {
    queries.setQueryData<QueueCounts>(key, (counts) =>
      counts ? { ...counts, [queue]: Math.max(0, counts[queue] + by) } : counts,
    );
  }
}
