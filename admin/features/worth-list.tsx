import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { listWorthFeaturing } from "../../server/features/contract.ts";
import { readReview } from "../../server/reviews/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { SiteSettings } from "../../server/sites/settings.ts";
import { Message } from "../app/message.tsx";
import { QueryState } from "../app/query-state.tsx";
import { call } from "../client.ts";
import css from "./features.module.css";
import { Items } from "./items.tsx";
import { Parts } from "./parts.tsx";

const DAYS = [1, 3, 7, 14];
/** What is being read stays where it is: it is ranked anew when it is looked at anew. */
const STAYS_MS = 5 * 60_000;

/** What may be worth featuring, and why. */
export function WorthList({ site, sites }: { site: string | undefined; sites: Site[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [days, setDays] = useState(3);
  const query = useQuery({
    queryKey: ["worth", site ?? null, days],
    queryFn: ({ signal }) => call(listWorthFeaturing, { query: { site, days }, signal }),
    staleTime: STAYS_MS,
    placeholderData: keepPreviousData,
  });
  const refresh = useCallback(
    async (id: string) => {
      const comment = await call(readReview, { params: { id }, query: {} });
      queries.setQueriesData<typeof query.data>(
        { queryKey: ["worth"] },
        (data) =>
          data && {
            ...data,
            items: data.items.map((one) => (one.comment.id === id ? { ...one, comment } : one)),
          },
      );
    },
    [queries],
  );
  const items = query.data?.items ?? [];
  const worthOf = new Map(items.map((one) => [one.comment.id, one]));
  return (
    <>
      <div className={css.tools}>
        <NativeSelect
          size="xs"
          aria-label={t("features.days")}
          value={days}
          data={DAYS.map((n) => ({ value: `${n}`, label: t("features.lastDays", { count: n }) }))}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
        {query.data && <output>{t("features.ranked", { count: query.data.ranked })}</output>}
      </div>
      {items.length > 0 && (
        <Items
          label={t("features.list")}
          reviews={items.map(({ comment }) => comment)}
          showSite={site === undefined && sites.length > 1}
          refresh={refresh}
          why={({ id, site: { slug } }) => {
            const worth = worthOf.get(id);
            const settings = sites.find((one) => one.slug === slug)?.settings;
            return (
              worth && <Parts worth={worth} weights={(settings ?? SiteSettings.parse({})).featureWeights} />
            );
          }}
        />
      )}
      {query.data?.items.length === 0 && (
        <Message icon="star" title={t("features.none")} words={t("features.noneWords")} />
      )}
      <QueryState query={query} failed={t("features.failed")} loading={t("features.loading")} />
    </>
  );
}
