import { type Db, inTransaction } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { SignedIn } from "../moderators/access.ts";
import type { Queue, QueueFilters } from "../reviews/contract.ts";
import { partlyVisibleSite } from "../sites/visible.ts";
import type { SavedView } from "./contract.ts";
import { viewOf } from "./list.ts";
import { countViews, deleteView, findOwnView, type SavedViewRow, saveView } from "./store.ts";

const AT_MOST = 50;
const MISSING = "There is no such view of yours.";

export interface NewView {
  name: string;
  queue: Queue;
  site?: string;
  filters: QueueFilters;
  shared: boolean;
}

/** Throws AppError: not_found (site), unprocessable (shared with no site), conflict (too many). */
export async function createView(db: Db, by: SignedIn, asked: NewView): Promise<SavedView> {
  const site = asked.site ? await partlyVisibleSite(db, by, asked.site) : null;
  assertSharable(asked.shared, site?.id ?? null);
  const { queue, filters, name, shared } = asked;
  return inTransaction(db, async (tx) => {
    if ((await countViews(tx, by.id)) >= AT_MOST)
      throw new AppError("conflict", `You have ${AT_MOST} saved views. Delete one of them first.`);
    const id = newId();
    const kept = { ...filters, queue };
    await saveView(tx, { id, moderatorId: by.id, siteId: site?.id ?? null, shared, name, filters: kept });
    return viewOf(tx, by, (await findOwnView(tx, by.id, id)) as SavedViewRow);
  });
}

/** Changes what is given and keeps the rest. Throws AppError: not_found, unprocessable (shared with no site). */
export function updateView(
  db: Db,
  by: SignedIn,
  change: { id: string; name?: string; queue?: Queue; filters?: QueueFilters; shared?: boolean },
): Promise<SavedView> {
  return inTransaction(db, async (tx) => {
    const view = await findOwnView(tx, by.id, change.id);
    if (!view) throw new AppError("not_found", MISSING);
    const shared = change.shared ?? view.shared;
    assertSharable(shared, view.siteId);
    const { queue = view.filters.queue, filters = view.filters } = change;
    await saveView(tx, { ...view, name: change.name ?? view.name, shared, filters: { ...filters, queue } });
    return viewOf(tx, by, (await findOwnView(tx, by.id, change.id)) as SavedViewRow);
  });
}

/** Throws AppError("not_found"). */
export async function removeView(db: Db, by: SignedIn, id: string): Promise<void> {
  if (!(await deleteView(db, by.id, id))) throw new AppError("not_found", MISSING);
}

function assertSharable(shared: boolean, siteId: string | null): void {
  if (shared && !siteId)
    throw new AppError("unprocessable", "Choose a site to share a view with those who moderate it.");
}
