import type { Queryable } from "../db/pool.ts";
import type { Searching } from "./matching.ts";
import { type Wanted, wantedIn } from "./wanted.ts";

/** What a search looks for, its words read among those of the sites. Throws AppError("unprocessable"). */
export async function searchingFor(
  db: Queryable,
  { siteIds, by, filters }: Omit<Searching, "tsquery">,
): Promise<{ searching: Searching; wanted: Wanted | null }> {
  const { q, near } = filters;
  const wanted = q ? await wantedIn(db, siteIds, { q, near: near === "true" }) : null;
  return {
    searching: { siteIds, by, filters, tsquery: wanted?.tsquery ?? null },
    wanted,
  };
}
