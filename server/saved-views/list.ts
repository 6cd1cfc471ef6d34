import { type Db, inSnapshot, type Tx } from "../db/pool.ts";
import type { SignedIn } from "../moderators/access.ts";
import { onSite, sitesOf } from "../moderators/scope.ts";
import { QueueFilters } from "../reviews/contract.ts";
import { countMatching } from "../reviews/count.ts";
import type { SavedView } from "./contract.ts";
import { findViews, type SavedViewRow } from "./store.ts";

/** More than anybody reads; each is counted. */
const AT_MOST = 100;

/** A moderator's saved views and those shared with their sites, if only a section is theirs, each with how many wait in it. */
export function listViews(db: Db, by: SignedIn): Promise<SavedView[]> {
  return inSnapshot(db, async (tx) => {
    const views: SavedView[] = [];
    for (const row of await findViews(tx, { id: by.id, siteIds: sitesOf(by) }, AT_MOST))
      views.push(await viewOf(tx, by, row));
    return views;
  });
}

/** A saved view as this person sees it. */
export async function viewOf(tx: Tx, by: SignedIn, row: SavedViewRow): Promise<SavedView> {
  const { queue, ...kept } = row.filters;
  const filters = QueueFilters.parse(kept);
  const scope = row.siteId ? onSite(by, row.siteId) : by;
  return {
    id: row.id,
    name: row.name,
    queue,
    site: row.siteSlug,
    filters,
    shared: row.shared,
    own: row.moderatorId === by.id,
    by: { name: row.moderatorName },
    count: await countMatching(tx, { scope, by, queue, filters }),
  };
}
