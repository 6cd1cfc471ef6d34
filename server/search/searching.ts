import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import type { SignedIn } from "../moderators/access.ts";
import { sitesOf } from "../moderators/scope.ts";
import { visibleReader } from "../readers/visible.ts";
import { type SiteRow, sitesByIds } from "../sites/store.ts";
import { maySeeTraces } from "../traces/allowed.ts";
import type { Searching } from "./matching.ts";
import { findHits } from "./store.ts";
import { type Wanted, wantedIn } from "./wanted.ts";

/**
 * What a search looks for, its words read among those of the sites. Whoever has only sections is told by nothing whether other sections have a word: a word that
 * no comment of theirs has stands for those written alike. Throws AppError: unprocessable; not_found, forbidden for a network.
 */
export async function searchingFor(
  db: Queryable,
  { scope, by, filters }: Omit<Searching, "tsquery" | "by"> & { by: SignedIn },
): Promise<{ searching: Searching; wanted: Wanted | null }> {
  const { q, near, network } = filters;
  if (network) await assertMaySearchNetwork(db, by, network);
  const isThere = async (words: string[]): Promise<boolean> => {
    const tsquery = words.map((word) => `'${word}'`).join(" | ");
    const page = { sort: "newest", after: null, limit: 1 } as const;
    return (await findHits(db, { scope, by, filters: {}, tsquery }, page)).length > 0;
  };
  const how = { near: near === "true", isThere: scope.sections.length > 0 ? isThere : null };
  const wanted = q ? await wantedIn(db, sitesOf(scope), { q, ...how }) : null;
  return { searching: { scope, by, filters, tsquery: wanted?.tsquery ?? null }, wanted };
}

async function assertMaySearchNetwork(db: Queryable, by: SignedIn, readerId: string): Promise<void> {
  const reader = await visibleReader(db, by, readerId);
  const site = (await sitesByIds(db, [reader.siteId])).get(reader.siteId) as SiteRow;
  if (!maySeeTraces(by, site))
    throw new AppError("forbidden", `Only an owner may search by network on ${site.name}.`);
}
