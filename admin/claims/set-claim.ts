import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Claim } from "../../server/claims/contract.ts";
import type { Review } from "../../server/reviews/contract.ts";

type Pages = InfiniteData<{ items: Review[] }>;

/** Writes who is on a comment (null: nobody) into every queue at hand, without asking the server again. */
export function setClaim(queries: QueryClient, commentId: string, claim: Claim | null): void {
  queries.setQueriesData<Pages>({ queryKey: ["queue"] }, (data) => {
    if (!data?.pages.some((page) => page.items.some((item) => item.id === commentId))) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === commentId ? { ...item, claim } : item)),
    }));
    return { ...data, pages };
  });
}
