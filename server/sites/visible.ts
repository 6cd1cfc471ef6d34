import type { Queryable } from "../db/pool.ts";
import { AppError } from "../errors.ts";
import { maySee, type SignedIn } from "../moderators/access.ts";
import { type SiteRow, siteBySlug } from "./store.ts";

/** The site, when this moderator may see it. Throws AppError("not_found") just as for one that is not there. */
export async function visibleSite(db: Queryable, by: SignedIn, slug: string): Promise<SiteRow> {
  const site = await siteBySlug(db, slug);
  if (!maySee(by, site.id))
    throw new AppError("not_found", `There is no site "${slug}" here. Check the name.`);
  return site;
}
