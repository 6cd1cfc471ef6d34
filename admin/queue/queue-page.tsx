import type { Queue } from "../../server/reviews/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { searchOf, useFilters } from "./look.ts";
import { OpenQueue } from "./open-queue.tsx";
import { isPlain } from "./plain.ts";
import { useMode, useSort } from "./use-mode.ts";

interface Props {
  queue: Queue;
  site: string | undefined;
  sites: Site[];
}

/** A queue of one site, or of all when `site` is undefined, as the address narrows it. */
export function QueuePage({ queue, site, sites }: Props) {
  const [asked, setFilters] = useFilters(site, queue);
  const [sort, setSort] = useSort();
  const [mode, setMode] = useMode();
  // Most reports first means nothing where none are counted.
  const filters = { ...asked, sort: asked.sort ?? (sort === "reports" ? "oldest" : sort) };
  return (
    <OpenQueue
      key={searchOf(filters)}
      look={{ queue, site, filters }}
      sites={sites}
      onFilters={(next) => {
        if (next.sort) setSort(next.sort);
        setFilters(next);
      }}
      mode={mode === "plot" && !isPlain(queue) ? "focus" : mode}
      onMode={setMode}
    />
  );
}
