import { useLocation, useSearch } from "wouter";
import type { Queue, QueueFilters } from "../../server/reviews/contract.ts";
import { pathOf } from "../app/place.ts";
import { isSort } from "./sort.ts";

export type Filters = Partial<QueueFilters>;

/** Which part of which queue is looked at, and in which order. `site` undefined: of every site. */
export interface Look {
  queue: Queue;
  site: string | undefined;
  filters: Filters;
}

/** What a queue can be narrowed to, in the order shown. */
export const NARROWINGS = ["article", "section", "rule", "reason", "language", "scored", "assigned"] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** The filters that an address names; what it spells wrong is left out. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search);
  const filters: Record<string, string> = {};
  for (const name of [...NARROWINGS, "by"]) {
    const value = asked.get(name);
    if (value) filters[name] = value;
  }
  const sort = asked.get("sort");
  if (isSort(sort)) filters.sort = sort;
  return filters as Filters;
}

/** "?rule=links&sort=score", the same for the same filters, or nothing where there are none. */
export function searchOf(filters: Filters): string {
  const asked = new URLSearchParams();
  for (const name of [...NARROWINGS, "sort", "by"] as const) {
    const value = filters[name];
    if (value) asked.set(name, value);
  }
  const search = asked.toString();
  return search ? `?${search}` : "";
}

/** The filters in the address, so that it can be shared, and how to change them. */
export function useFilters(site: string | undefined, queue: Queue): [Filters, (filters: Filters) => void] {
  const [, go] = useLocation();
  const search = useSearch();
  // The comment being read may not be among what the new filters leave.
  const change = (filters: Filters) => go(pathOf(site, queue) + searchOf(filters), { replace: true });
  return [filtersOf(search), change];
}
