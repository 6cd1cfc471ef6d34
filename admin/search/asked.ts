import type { SearchFilters } from "../../server/search/contract.ts";

/** What a search can be narrowed by, as it stands in the address: days are days of the viewer. */
export const FIELDS = [
  "q",
  "near",
  "reader",
  "network",
  "title",
  "section",
  "status",
  "language",
  "rule",
  "by",
  "min",
  "moderator",
  "decidedFrom",
  "decidedTo",
  "postedFrom",
  "postedTo",
  "sort",
] as const;
export type Field = (typeof FIELDS)[number];

export type Asked = Partial<Record<Field, string>>;

/** Those whose value is a day; the last one is part of the time asked for. */
const DAYS = { decidedFrom: 0, decidedTo: 1, postedFrom: 0, postedTo: 1 } as const;
const isDay = (field: string): field is keyof typeof DAYS => Object.hasOwn(DAYS, field);

/** What an address asks for; what it spells wrong is left out. */
export function askedIn(search: URLSearchParams): Asked {
  const asked: Asked = {};
  for (const field of FIELDS) {
    const value = search.get(field)?.trim();
    if (value && (!isDay(field) || startOf(value, 0))) asked[field] = value;
  }
  return asked;
}

export function searchOf(asked: Asked): string {
  const search = new URLSearchParams();
  for (const field of FIELDS) if (asked[field]) search.set(field, asked[field]);
  return `${search}`;
}

export type SearchInput = Omit<SearchFilters, "min" | "max" | "status"> & {
  min?: string;
  status?: SearchFilters["status"];
};

/** The same for the server: moments in the place of days. */
export function queryOf(
  asked: Asked,
  site: string | undefined,
): SearchInput & { sort?: "newest" | "relevance" } {
  const query: Record<string, string | undefined> = { ...asked, site };
  for (const [field, later] of Object.entries(DAYS)) {
    const day = asked[field as keyof typeof DAYS];
    if (day) query[field] = startOf(day, later) ?? undefined;
  }
  // A name without words has no fit to sort by.
  if (!asked.q) delete query.sort;
  return query as ReturnType<typeof queryOf>;
}

/** The same as a batch names what it means: all that is found, in whatever order. */
export function meantBy(asked: Asked, site: string | undefined): SearchInput {
  const { sort: _, ...search } = queryOf(asked, site);
  return search;
}

/** The first moment of a day here, or of one so many days later; null for what is no day. */
function startOf(day: string, later: number): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.slice(1).map(Number);
  if (!parts) return null;
  const [year, month, date] = parts as [number, number, number];
  const start = new Date(year, month - 1, date + later);
  return Number.isNaN(start.getTime()) || start.getFullYear() < 1900 ? null : start.toISOString();
}
