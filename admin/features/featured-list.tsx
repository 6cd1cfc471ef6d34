import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { listFeatured } from "../../server/features/contract.ts";
import { Message } from "../app/message.tsx";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import css from "./features.module.css";
import { Items } from "./items.tsx";

/** What is featured now, the latest first. */
export function FeaturedList({ site, showSite }: { site: string | undefined; showSite: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ["featured", site ?? null],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listFeatured, { query: { site, limit: 30, after: pageParam }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  // What is taken down here may be worth featuring again.
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ["worth"] }), [queries]);
  const reviews = query.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {reviews && reviews.length > 0 && (
        <Items label={t("features.featuredList")} reviews={reviews} showSite={showSite} refresh={refresh} />
      )}
      {reviews?.length === 0 && (
        <Message icon="star" title={t("features.noneFeatured")} words={t("features.noneFeaturedWords")} />
      )}
      {query.hasNextPage && (
        <div className={css.next}>
          <Button variant="default" onClick={() => void query.fetchNextPage()}>
            {t("app.showMore")}
          </Button>
        </div>
      )}
      <QueryState query={query} failed={t("features.failed")} loading={t("features.loading")} />
    </>
  );
}
