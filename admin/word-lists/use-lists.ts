import { useQuery, useQueryClient } from "@tanstack/react-query";
import { listWordLists, readWordList, readWordListEntries } from "../../server/word-lists/contract.ts";
import type { WordList } from "../../server/word-lists/definition.ts";
import { call } from "../client.ts";

/** The lists of a site, with the rules that name each. */
export function useLists(site: string) {
  return useQuery({
    queryKey: ["word-lists", site],
    queryFn: async ({ signal }) => (await call(listWordLists, { params: { site }, signal })).items,
  });
}

/** One list with its versions, and the entries of its latest. */
export function useList(site: string, id: string) {
  return useQuery({
    queryKey: ["word-list", site, id],
    queryFn: async ({ signal }) => {
      const list = await call(readWordList, { params: { site, id }, signal });
      return { ...list, entries: await entriesOf(site, id, list.version, signal) };
    },
    // What somebody saved meanwhile must not slip under what is being changed here.
    refetchOnWindowFocus: false,
  });
}

export type ListWithVersions = NonNullable<ReturnType<typeof useList>["data"]>;

export async function entriesOf(
  site: string,
  id: string,
  version: number,
  signal?: AbortSignal,
): Promise<string[]> {
  const { text } = await call(readWordListEntries, {
    params: { site, id },
    query: { version },
    ...(signal && { signal }),
  });
  return linesOf(text);
}

export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");

/** The lists by what they are: for headings and choices. */
export const KINDS = ["banned", "suspect", "allowed"] as const satisfies WordList["kind"][];

/** To be called after a list has changed. */
export function useRefreshLists(site: string): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ["word-lists", "word-list", "rules"].map((noun) =>
        queries.invalidateQueries({ queryKey: [noun, site] }),
      ),
    );
  };
}
