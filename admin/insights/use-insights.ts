import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "wouter";
import {
  exportInsights,
  PERIODS,
  type Period,
  readInsights,
  type Table,
} from "../../server/insights/contract.ts";
import { addressOf, call } from "../client.ts";

/** The figures are counted anew when they are this old, in ms. */
const FRESH_MS = 60_000;

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The period in the address: a week where it says none. */
export function usePeriod(): [Period, (period: Period) => void] {
  const [params, setParams] = useSearchParams();
  const period = PERIODS.find((one) => one === params.get("period")) ?? "week";
  return [period, (to) => setParams({ period: to }, { replace: true })];
}

/** The site's figures by the days of the person's own clock. Those of the period before stay until the new ones are there. */
export function useInsights(site: string, period: Period) {
  return useQuery({
    queryKey: ["insights", site, period],
    queryFn: ({ signal }) =>
      call(readInsights, { params: { site }, query: { period, zone: zone() }, signal }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** Where a table is had as a file. */
export const fileOf = (site: string, period: Period, table: Table): string =>
  addressOf(exportInsights, { params: { site }, query: { period, zone: zone(), table } });
