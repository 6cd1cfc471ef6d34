import type { Site } from "../../server/sites/contract.ts";
import { HeldQueue } from "./held-queue.tsx";
import { useMode, useSort } from "./use-mode.ts";

/** The held comments of one site, or of all when `site` is undefined. */
export function HeldPage({ site, sites }: { site: string | undefined; sites: Site[] }) {
  const [sort, setSort] = useSort();
  const [mode, setMode] = useMode();
  return (
    <HeldQueue
      key={sort}
      site={site}
      sites={sites}
      sort={sort}
      onSort={setSort}
      mode={mode}
      onMode={setMode}
    />
  );
}
