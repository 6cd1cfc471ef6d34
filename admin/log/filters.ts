import { useSearchParams } from "wouter";
import { GROUPS, isGroup } from "./groups.ts";

/** What the log is narrowed to, as the address says it; days in the viewer's zone, both included. */
export const FILTERS = ["site", "what", "by", "since", "until", "comment", "reader"] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Partial<Record<Filter, string>>;

export function useFilters(): [Filters, (change: Filters) => void] {
  const [params, setParams] = useSearchParams();
  const filters: Filters = {};
  for (const name of FILTERS) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  const change = (changed: Filters): void =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changed))
        value ? after.set(name, value) : after.delete(name);
      return after;
    });
  return [filters, change];
}

/** The same as the API asks for it. A day that is none is left out. */
export function queryOf({ site, what, by, since, until, comment, reader }: Filters) {
  return {
    site,
    type: isGroup(what ?? null) ? GROUPS[what as keyof typeof GROUPS].join(",") : undefined,
    actor: by,
    comment,
    reader,
    since: startOf(since, 0),
    until: startOf(until, 1),
  };
}

/** The moment in which a day begins here, or one so many days later. */
function startOf(day: string | undefined, later: number): string | undefined {
  const [year, month, date] =
    /^(\d{4})-(\d{2})-(\d{2})$/
      .exec(day ?? "")
      ?.slice(1)
      .map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return new Date(year, month - 1, date + later).toISOString();
}
