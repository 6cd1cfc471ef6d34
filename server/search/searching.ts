import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { SignedIn } from "../moderators/access.ts";
import { sitesOf } from "../moderators/scope.ts";
import { visibleReader } from "../readers/visible.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import { maySeeTraces } from "../traces/allowed.ts";
import type { Searching } from "./matching.ts";
import { type Wanted, wantedIn } from "./wanted.ts";

/** What a search looks for, its words read among those of the sites. Throws AppError: unprocessable; not_found, forbidden for a network. */
export async function searchingFor(
  db: Queryable,
  { scope, by, filters }: Omit<Searching, "tsquery" | "by"> & { by: SignedIn },
): Promise<{ searching: Searching; wanted: Wanted | null }> {
  const { q, near, network } = filters;
  if (network) await assertMaySearchNetwork(db, by, network);
  const wanted = q ? await wantedIn(db, sitesOf(scope), { q, near: near === "true" }) : null;
  return {
    searching: { scope, by, filters, tsquery: wanted?.tsquery ?? null },
    // The words are those of all comments: of sections they may not see, too.
    wanted: wanted && scope.sections.length > 0 ? { ...wanted, words: [] } : wanted,
  };
}

async function assertMaySearchNetwork(db: Queryable, by: SignedIn, readerId: string): Promise<void> {
  const reader = await visibleReader(db, by, readerId);
  const site = (await sitesByIds(db, [reader.siteId])).get(reader.siteId) as SiteRow;
  if (!maySeeTraces(by, site))
    throw new AppError("forbidden", `Only an owner may search by network on ${site.name}.`);
}
