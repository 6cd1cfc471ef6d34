import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Site } from "../../server/sites/contract.ts";
import { changes, type Draft, draftOf } from "./draft.ts";

/** A change begun: what was there when it began, so that only what the person touched is sent. */
interface Begun {
  base: Site;
  draft: Draft;
}

/** What is being changed in a site's settings. It stays while the person looks at other pages of the desk, and goes when they sign out. */
export function useDraft(site: Site) {
  const queries = useQueryClient();
  const key = ["settings-draft", site.id];
  const { data } = useQuery<Begun | null>({
    queryKey: key,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const { base, draft } = data ?? { base: site, draft: draftOf(site) };
  return {
    draft,
    change: changes(base, draft),
    edit: (next: (was: Draft) => Draft) =>
      queries.setQueryData<Begun | null>(key, (was) => {
        const begun = was ?? { base: site, draft: draftOf(site) };
        return { ...begun, draft: next(begun.draft) };
      }),
    drop: () => queries.setQueryData<Begun | null>(key, null),
  };
}
