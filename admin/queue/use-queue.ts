import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useEffect, useReducer } from "react";
import { readQueue } from "../../server/reviews/contract.ts";
import { call } from "../client.ts";
import { decidedHere } from "../decide/decided-here.ts";
import { type Look, searchOf } from "./look.ts";
import { changeQueue, emptyQueue, indexOf, type QueueChange, type QueueState } from "./queue-state.ts";
import { countsKey } from "./use-counts.ts";

const PAGE = 50;
/** The next page is asked for while this many comments are still ahead. */
const AHEAD = 15;

export interface Queue extends QueueState {
  change: Dispatch<QueueChange>;
  loading: boolean;
  error: Error | null;
  retry: () => void;
  loadMore: () => void;
}

/** What waits in a part of a queue, as it stands on screen. */
export function useQueue({ queue, site, filters }: Look, me: string | null): Queue {
  const queries = useQueryClient();
  const [state, change] = useReducer(changeQueue, { ...emptyQueue, me, queue });
  const query = useInfiniteQuery({
    queryKey: ["queue", queue, site ?? null, searchOf(filters)],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const page = await call(readQueue, {
        query: { ...filters, queue, site, limit: PAGE, after: pageParam },
        signal,
      });
      queries.setQueryData(countsKey(site), page.counts);
      return page;
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });

  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  useEffect(() => {
    if (!data) return;
    const reviews = unique(data.pages.flatMap((page) => page.items));
    const complete = data.pages.at(-1)?.next === null;
    change({ type: "answered", reviews, complete, decided: decidedHere() });
  }, [data]);

  const at = indexOf(state.entries, state.currentId);
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  const near = state.entries.length - at < AHEAD;
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [near, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return {
    ...state,
    change,
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    loadMore,
  };
}

/** A comment that moves while pages are fetched can be on two of them. */
function unique<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
