import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Review, readReview } from "../../server/reviews/contract.ts";
import { type Found, searchComments } from "../../server/search/contract.ts";
import { call } from "../client.ts";
import { type Asked, queryOf, searchOf } from "./asked.ts";

const PAGE = 50;

/** What the address asks for, page by page. Nothing is asked of the server before anything is asked here. */
export function useSearch(asked: Asked, site: string | undefined) {
  const queries = useQueryClient();
  const search = searchOf(asked);
  const key = ["search", site ?? null, search];
  const query = useInfiniteQuery({
    queryKey: key,
    enabled: search !== "",
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(searchComments, {
        query: { ...queryOf(asked, site), limit: PAGE, after: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const found: Found[] = search === "" ? [] : (query.data?.pages.flatMap((page) => page.items) ?? []);

  /** Reads one comment anew, where it was found. */
  const refresh = useCallback(
    async (id: string): Promise<Review> => {
      const review = await call(readReview, { params: { id }, query: {} });
      queries.setQueriesData<typeof query.data>(
        { queryKey: ["search"] },
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((one) =>
                one.id === id ? { ...review, marks: one.text === review.text ? one.marks : [] } : one,
              ),
            })),
          },
      );
      await queries.invalidateQueries({ queryKey: ["history", id] });
      return review;
    },
    [queries],
  );
  return { query, found, words: query.data?.pages[0]?.words ?? [], refresh };
}
