import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { readWordListCaught, tryWordList } from "../../server/word-lists/contract.ts";
import { type Caught, MOST_TRIED } from "../../server/word-lists/definition.ts";
import { call } from "../client.ts";
import { isHarmless } from "./doubts.ts";
import { entriesOf, type ListWithVersions } from "./use-lists.ts";

const DAY_MS = 86_400_000;
/** Before so long, or among fewer comments, that an entry catches nothing says nothing. */
const ENOUGH = { days: 7, comments: 500 };

export interface CaughtByList {
  /** Where the figures come from; null while there are none. */
  from: { kind: "days"; since: string } | { kind: "tried"; comments: number } | null;
  of: ReadonlyMap<string, Caught & { byDay?: number[] }>;
  /** Saved entries that caught nothing, though there was time enough; null: it cannot be told yet. */
  quiet: ReadonlySet<string> | null;
  /** Those that caught mostly what people let through. */
  harmless: ReadonlySet<string>;
  /** Looks through the newest comments for a list that no rule asks. */
  look: { mutate: () => void; isPending: boolean; error: Error | null } | null;
}

/** What each entry of a list caught: as the decisions tell, or, where no rule asks the list, among the newest comments. */
export function useCaught(site: string, list: ListWithVersions): CaughtByList {
  const { id, version, kind, language, entries } = list;
  const counted = useQuery({
    queryKey: ["word-list-caught", site, id, version],
    queryFn: async ({ signal }) => {
      const read = await call(readWordListCaught, { params: { site, id }, signal });
      const then = read.versionThen;
      return {
        ...read,
        before: then === null ? [] : then === version ? entries : await entriesOf(site, id, then, signal),
      };
    },
    enabled: kind !== "allowed",
  });
  const look = useMutation({
    mutationFn: () =>
      call(tryWordList, { params: { site }, body: { text: entries.join("\n"), language, last: MOST_TRIED } }),
  });
  const { data } = counted;
  const tried = look.data;
  const figures = useMemo(() => {
    const rows = data?.askedSince ? data.entries : (tried?.entries ?? []);
    const of = new Map(rows.map((one) => [one.entry, one]));
    const long = data?.askedSince && Date.now() - Date.parse(data.askedSince) >= ENOUGH.days * DAY_MS;
    const known = long ? data.before : tried && tried.comments >= ENOUGH.comments ? entries : null;
    return {
      of,
      quiet: known && new Set(known.filter((entry) => !of.has(entry))),
      harmless: new Set(rows.filter(isHarmless).map(({ entry }) => entry)),
    };
  }, [data, tried, entries]);
  const from = data?.askedSince
    ? ({ kind: "days", since: data.askedSince } as const)
    : tried
      ? ({ kind: "tried", comments: tried.comments } as const)
      : null;
  return { ...figures, from, look: data && !data.askedSince ? look : null };
}
